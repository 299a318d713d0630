import { expect } from 'vitest';
import type { Flavour } from '../../../src/model/assessment.ts';
import { labCase, longCase } from '../case.ts';
import { type DebianOptions, debianRoot } from '../debian.ts';
import { backports } from '../kdir.ts';
import { fork } from '../root.ts';
import { succeed } from '../run.ts';
import type { SweptTree } from '../sweep/plan.ts';
import { sweep } from '../sweep/sweep.ts';
import { bookwormReady, trees, trixieBackports, trixieRust } from '../systems.ts';

/** The headers that the distribution packages. */
async function headersIn(system: DebianOptions): Promise<SweptTree> {
  const root = await fork(await debianRoot(system));
  return { root, tree: (await succeed(root, ['sh', '-c', 'echo /usr/src/linux-headers-*-amd64'])).stdout.trim() };
}

async function preparedTree(): Promise<SweptTree> {
  return { root: await fork(await debianRoot(trixieRust)), tree: trees.rust };
}

/** The headers with the metadata that `kdir` adds. */
async function treeOfKdir(): Promise<SweptTree> {
  const { root, tree } = await backports();
  return { root: await root(), tree };
}

const all: [string, Flavour, () => Promise<SweptTree>][] = [
  ['6.1 with headers', 'freestanding', () => headersIn(bookwormReady)],
  ['7.3 with headers', 'freestanding', () => headersIn(trixieBackports)],
  ['7.3 with a prepared source tree', 'freestanding', preparedTree],
  ['7.3 with headers and kdir’s metadata', 'rust-for-linux', treeOfKdir],
  ['7.3 with a prepared source tree', 'rust-for-linux', preparedTree],
];

const hours = 3_600_000;

labCase('the probe foresees what make does without some of what a freestanding build for 6.1 uses', async () => {
  expect(await sweep(await headersIn(bookwormReady), 'freestanding', 20)).toEqual([]);
});

for (const [kernel, flavour, ground] of all) {
  const title = `the probe foresees what make does without each thing that a ${flavour} build for ${kernel} uses`;
  longCase(title, async () => expect(await sweep(await ground(), flavour, 1)).toEqual([]), 3 * hours);
}
