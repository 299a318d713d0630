import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Facts } from '../src/model/facts.ts';
import { labCase } from '../test/lab/case.ts';
import { commandLine } from '../test/lab/product.ts';
import { run } from '../test/lab/run.ts';
import { say } from '../test/lab/say.ts';
import { trees } from '../test/lab/systems.ts';
import type { TruthCase } from '../test/lab/truth/case.ts';
import { truthCases } from '../test/lab/truth/cases/index.ts';
import { named, optionsOf, prepare } from '../test/lab/truth/run-case.ts';
import { askKernel } from './comparison/ask-kernel.ts';
import { bcachefsToolsAccepts } from './comparison/bcachefs-tools.ts';
import { type Row, tally } from './comparison/tally.ts';

const fixtures = new URL('../test/fixtures/facts/truth/', import.meta.url);

/** What all of them are asked: whether a Rust for Linux module, or a kernel with Rust, can be built here. */
const asked = truthCases.filter(({ goal }) => goal === 'rust-for-linux' || goal === 'kernel');

/** What each says of a case's system. The lab proves for each case that make succeeds exactly where nothing is listed against it. */
async function ask(one: TruthCase): Promise<Row> {
  const root = await prepare(one);
  const options = optionsOf(one);
  const facts: Facts = JSON.parse(await readFile(new URL(`${one.name}.json`, fixtures), 'utf8'));
  const [tree] = facts.kernels;
  const kernel = await askKernel(root, treeOf(one, facts), options);
  const probed = await run(root, commandLine('probe', '--for', one.goal, ...named(one)), options);
  return {
    name: one.name,
    works: one.because.length === 0 && !one.refused,
    answers: {
      probe: probed.exitCode === 0,
      'make rustavailable': kernel.rustavailable,
      'rust_is_available.sh': kernel.script,
      'bcachefs-tools':
        one.goal === 'kernel' ? null : tree !== undefined && bcachefsToolsAccepts(facts, tree, kernel.script),
    },
  };
}

function treeOf({ goal, kdir }: TruthCase, { kernels: [tree] }: Facts): string {
  return kdir ?? (goal === 'kernel' ? trees.source : (tree?.dir ?? '/usr/src/linux'));
}

labCase(
  'the probe catches what the kernel’s own checks and bcachefs-tools’ miss, and raises no false alarm',
  async () => {
    const rows: Row[] = [];
    for (const one of asked) rows.push(await ask(one));
    say(`${rows.length} systems: said ready and was / caught / missed / false alarms / could not be asked`);
    for (const who of Object.keys(rows[0]?.answers ?? {})) {
      const { ready, caught, missed, falseAlarms, silent } = tally(rows, who);
      say(`${who}: ${[ready, caught, missed, falseAlarms, silent].join(' / ')}`);
      const wrong = rows.filter(({ works, answers }) => answers[who] === !works);
      if (wrong.length > 0) say(`  wrong about ${wrong.map(({ name }) => name).join(', ')}`);
    }
    expect(tally(rows, 'probe')).toMatchObject({ missed: 0, falseAlarms: 0, silent: 0 });
  },
);
