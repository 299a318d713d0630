import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { expect } from 'vitest';
import type { Flavour } from '../../../src/model/assessment.ts';
import { labCase, longCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { labFolders } from '../folders.ts';
import { backports } from '../kdir.ts';
import { once } from '../once.ts';
import { commandLine, make } from '../product.ts';
import { fork, type Root } from '../root.ts';
import { expectStatus, succeed } from '../run.ts';
import { say } from '../say.ts';
import { reasonFor } from '../sweep/known.ts';
import type { SweepPlan, Swept } from '../sweep/plan.ts';
import { bookwormReady, trixieBackports } from '../systems.ts';
import { plainEnvironment } from '../truth/ground.ts';

/** What sweeps, in one folder. */
const sweeper = once(async () => {
  const dir = join(labFolders().temporary, 'sweeper');
  const bundle = await rolldown({ input: new URL('../sweep/inside.ts', import.meta.url).pathname, platform: 'node' });
  await bundle.write({ dir, format: 'esm', entryFileNames: 'inside.mjs' });
  return dir;
});

/** Builds a module once, then without each thing that the build used; the probe has to say beforehand how that ends. */
async function sweep(root: Root, flavour: Flavour, tree: string, every: number): Promise<void> {
  const swept = { ...root, binds: { ...root.binds, [await sweeper()]: '/lab/sweeper' } };
  const env = { ...plainEnvironment, HOME: '/root' };
  await succeed(swept, ['sh', '-c', 'apt-get update && apt-get install --yes --no-install-recommends strace']);
  await succeed(swept, commandLine('new', 'hello', '--flavour', flavour, '--yes', '--kdir', tree), { env });
  expectStatus(await make(swept, '/root/hello', [], { env, seconds: 900 }), 0);
  await succeed(swept, ['make', '-C', '/root/hello', 'clean']);
  const { stdout: folders } = await succeed(swept, [
    'sh',
    '-c',
    `realpath ${tree} /usr/src/linux-headers-* /usr/lib/linux-kbuild-* | sort -u`,
  ]);
  const plan: SweepPlan = {
    module: '/root/hello',
    flavour,
    tree,
    treeFolders: folders.trim().split('\n'),
    cli: '/lab/package/dist/cli.js',
    env,
    every,
    headers: 6,
  };
  const argv = ['node', '/lab/sweeper/inside.mjs', JSON.stringify(plan)];
  const { stdout } = await succeed(swept, argv, { seconds: 3 * 3600 });
  const cases: Swept[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const differing = cases.filter(({ status, exitCode }) => (status === 'ready') !== (exitCode === 0));
  const unexplained = differing.filter((one) => reasonFor(one) === null);
  for (const one of differing) say(`${JSON.stringify(one)}: ${reasonFor(one) ?? 'UNEXPLAINED'}`);
  say(
    `${cases.length} cases, ${differing.length} differ for a reason that is written down, ${unexplained.length} for none`,
  );
  expect(unexplained).toEqual([]);
  expect(cases.length).toBeGreaterThan(5);
}

const headersOf = async (root: Root) =>
  (await succeed(root, ['sh', '-c', 'echo /usr/src/linux-headers-*-amd64'])).stdout.trim();

labCase('the probe foresees what make does without some of what a build for 6.1 uses', async () => {
  const root = await fork(await debianRoot(bookwormReady));
  await sweep(root, 'freestanding', await headersOf(root), 20);
});

longCase('the probe foresees what make does without each thing that a freestanding build for 6.1 uses', async () => {
  const root = await fork(await debianRoot(bookwormReady));
  await sweep(root, 'freestanding', await headersOf(root), 1);
});

longCase('the probe foresees what make does without each thing that a freestanding build for 7.3 uses', async () => {
  const root = await fork(await debianRoot(trixieBackports));
  await sweep(root, 'freestanding', await headersOf(root), 1);
});

longCase('the probe foresees what make does without each thing that a rust-for-linux build for 7.3 uses', async () => {
  const { root, tree } = await backports();
  await sweep(await root(), 'rust-for-linux', tree, 1);
});
