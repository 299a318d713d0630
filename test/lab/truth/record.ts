import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { Facts } from '../../../src/model/facts.ts';
import { labFolders } from '../folders.ts';
import { once } from '../once.ts';
import type { Root } from '../root.ts';
import { succeed } from '../run.ts';
import type { RunOptions } from '../start.ts';
import { anonymous } from './anonymous.ts';
import type { TruthCase } from './case.ts';

/** Whether this run rewrites the recorded facts and the table in docs/: `npm run lab:record`. */
export const recording = process.env.LAB_RECORD === '1';

const fixtures = new URL('../../fixtures/facts/truth/', import.meta.url).pathname;

/** What observes a system, with all that it takes in one folder. */
const observer = once(async () => {
  const dir = join(labFolders().temporary, 'observer');
  const input = new URL('print-facts.ts', import.meta.url).pathname;
  const bundle = await rolldown({ input, platform: 'node', experimental: { resolveNewUrlToAsset: true } });
  await bundle.write({ dir, format: 'esm', entryFileNames: 'print-facts.mjs' });
  return dir;
});

/** Writes what was observed in a case as a fixture for the pure rules. */
export async function recordFacts(root: Root, { name, goal, kdir }: TruthCase, options: RunOptions): Promise<void> {
  if (!recording) return;
  const seeing = { ...root, binds: { ...root.binds, [await observer()]: '/lab/observer' } };
  const argv = ['node', '/lab/observer/print-facts.mjs', goal, ...(kdir === undefined ? [] : [kdir])];
  const { stdout } = await succeed(seeing, argv, options);
  await mkdir(fixtures, { recursive: true });
  await writeFile(join(fixtures, `${name}.json`), format(settle(JSON.parse(anonymous(stdout)))));
}

/** What differs from one recording to the next and is no rule's business. */
function settle(facts: Facts): Facts {
  const commands = facts.commands.map((command) => ({ ...command, milliseconds: 0 }));
  return { ...facts, host: { ...facts.host, cache: { ...facts.host.cache, bytes: 0 } }, commands };
}

/** A line for each fact, and for each one of a list, so that differences can be read. */
function format(facts: Facts): string {
  const lines = Object.entries(facts).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0) return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `  ${JSON.stringify(key)}: [\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
