import type { Assessment } from '../../src/model/assessment.ts';
import { debianRoot } from './debian.ts';
import { once } from './once.ts';
import { fork, type Root } from './root.ts';
import { expectStatus, run, succeed } from './run.ts';
import type { Result, RunOptions } from './start.ts';
import { bookwormReady } from './systems.ts';

/** The packed package's command line. */
export function commandLine(...words: string[]): string[] {
  return ['node', '/lab/package/dist/cli.js', ...words];
}

/** What the probe says; its exit status must agree with it. */
export async function probe(root: Root, options: RunOptions = {}): Promise<Assessment> {
  const result = await run(root, commandLine('probe', '--format', 'json'), options);
  if (result.stdout === '') expectStatus(result, 0);
  const report: Assessment = JSON.parse(result.stdout);
  const ready = [report.verdicts.freestanding, report.verdicts['rust-for-linux']].some(
    ({ status }) => status === 'ready',
  );
  expectStatus(result, ready ? 0 : 1);
  return report;
}

/** Scaffolds a freestanding module in the user's home. */
export function scaffold(root: Root, name: string, options: RunOptions = {}): Promise<Result> {
  return succeed(root, commandLine('new', name, '--flavour', 'freestanding', '--yes'), options);
}

export function make(root: Root, folder: string, words: string[] = [], options: RunOptions = {}): Promise<Result> {
  return run(root, ['make', '-C', folder, ...words], options);
}

/**
 * Takes a `make boot` that must have succeeded.
 * @throws Error where it failed, with its words and the end of the serial log.
 */
export async function expectBooted(
  root: Root,
  folder: string,
  result: Result,
  options: RunOptions = {},
): Promise<Result> {
  if (result.exitCode === 0) return result;
  const { output: end } = await run(root, ['tail', '-n', '40', `${folder}/boot.log`], options);
  return expectStatus({ ...result, output: `${result.output}\nThe end of boot.log:\n${end}` }, 0);
}

const built = once(async () => {
  const root = await debianRoot(bookwormReady);
  await scaffold(root, 'hello');
  expectStatus(await make(root, '/root/hello', ['boot']), 0);
  return root;
});

/** A Debian 12 of its own where `/root/hello` was scaffolded, built and booted: core, alloc and the kernel are cached. */
export async function builtHello(): Promise<Root> {
  return fork(await built());
}
