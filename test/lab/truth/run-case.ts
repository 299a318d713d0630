import type { Assessment } from '../../../src/model/assessment.ts';
import { commandLine } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import type { Result, RunOptions } from '../start.ts';
import { moduleName, type TruthCase } from './case.ts';
import type { Outcome } from './compare.ts';
import { ground, plainEnvironment, sourcesOf } from './ground.ts';
import { realCommand } from './reality.ts';
import { recordFacts } from './record.ts';

/** Brings a system into the case's state, asks the probe, and does what it spoke of. */
export async function runCase(one: TruthCase): Promise<Outcome> {
  const root = await prepare(one);
  const options = optionsOf(one);
  const probed = await probe(root, one, options);
  await recordFacts(root, one, options);
  await scaffold(root, one, options);
  const made = await run(root, ['sh', '-c', realCommand(one)], options);
  return { ...probed, exitCode: made.exitCode, output: made.output, seconds: made.seconds };
}

/** Who probes and builds, and in which environment. */
export function optionsOf({ user, rustup, env }: TruthCase): RunOptions {
  return { user: user ?? 'root', env: { ...(rustup ? {} : plainEnvironment), ...env }, seconds: 1500 };
}

/** A root of the case's own, in the case's state. */
export async function prepare({ system, goal, beside, prepare = '' }: TruthCase): Promise<Root> {
  const root = await ground(system, goal);
  if (beside) root.binds = { ...root.binds, [await sourcesOf(beside)]: '/lab/other' };
  const lines = `set -eux\nHEADERS=$(echo /usr/src/linux-headers-*-amd64)\n${prepare}`;
  if (prepare) await succeed(root, ['sh', '-c', lines], { env: plainEnvironment });
  return root;
}

/** The words that name the case's kernel tree to our command line. */
export function named({ kdir }: TruthCase): string[] {
  return kdir === undefined ? [] : ['--kdir', kdir];
}

async function probe(root: Root, one: TruthCase, options: RunOptions): Promise<Pick<Outcome, 'verdict' | 'findings'>> {
  const words = ['probe', '--format', 'json', '--for', one.goal, ...named(one)];
  const result: Result = await run(root, commandLine(...words), options);
  // Wrong usage is refused before anything is judged.
  if (result.exitCode === 2) return { verdict: { status: 'refused', because: [] }, findings: [] };
  if (result.stdout === '') expectStatus(result, 0);
  const { verdicts, findings }: Assessment = JSON.parse(result.stdout);
  const verdict = verdicts[one.goal];
  expectStatus(result, verdict.status === 'ready' ? 0 : 1);
  return { verdict, findings };
}

/** A tree that is refused is named to make instead. */
async function scaffold(root: Root, one: TruthCase, options: RunOptions): Promise<void> {
  if (one.goal === 'kernel') return;
  const flavour = one.goal === 'rust-for-linux' ? one.goal : 'freestanding';
  const tree = one.refused ? [] : named(one);
  await succeed(root, commandLine('new', moduleName, '--flavour', flavour, '--yes', ...tree), options);
  if (one.refused) await succeed(root, ['sh', '-c', `echo 'KDIR := ${one.kdir}' >${moduleName}/config.mk`], options);
}
