import { expect } from 'vitest';
import type { Flavour } from '../../src/assessment.ts';
import { recordCell } from './cells.ts';
import { commandLine, make } from './product.ts';
import type { Root } from './root.ts';
import { expectStatus, succeed } from './run.ts';
import { say } from './say.ts';
import type { RunOptions } from './start.ts';

/** A module to scaffold: what `new` is told beside its name. */
export interface Scaffolded {
  flavour: Flavour;
  kind: string;
  /** Further words, such as `--with-c`. */
  words?: string[];
}

/** Whatever rustc, objtool, modpost or make warn of. */
const warning = /warning/i;

/** Scaffolds and builds a module; a warning of any tool is a failure. @returns its name, and how long the build took. */
export async function buildKind(
  root: Root,
  module: Scaffolded,
  options: RunOptions,
): Promise<{ name: string; seconds: number }> {
  const { flavour, kind, words = [] } = module;
  const name = ['sample', ...kind.split('-'), ...(words.includes('--with-c') ? ['c'] : [])].join('_');
  const created = await succeed(
    root,
    commandLine('new', name, '--flavour', flavour, '--kind', kind, '--yes', ...words),
    options,
  );
  expect(created.output).not.toMatch(warning);
  const built = expectStatus(await make(root, name, [], options), 0);
  expect(built.output).not.toMatch(warning);
  say(`${flavour} ${kind} ${words.join(' ')}: built in ${built.seconds.toFixed(0)} s`);
  return { name, seconds: built.seconds };
}

/**
 * Builds a module, and exercises it in the distribution's own kernel of this machine's architecture. A plain `hello` is
 * a line of the table that ends the run.
 * @returns what `make boot` said.
 */
export async function exerciseKind(
  root: Root,
  module: Scaffolded,
  release: RegExp,
  options: RunOptions,
): Promise<string> {
  const { name, seconds: buildSeconds } = await buildKind(root, module, options);
  const { output, seconds } = expectStatus(await make(root, name, ['boot'], options), 0);
  const lines = output.split('\n').filter((line) => line.includes(`${name}: `));
  say(`booted in ${seconds.toFixed(0)} s:\n    ${lines.join('\n    ')}`);
  const { flavour, kind, words = [] } = module;
  const done = kind === 'hello' ? 'loaded and unloaded' : 'loaded, exercised and unloaded';
  const [, booted = ''] = new RegExp(`${name}: boot OK: ${done} in Linux (\\S+)`).exec(output) ?? [];
  expect(booted).toMatch(release);
  if (kind === 'hello' && words.length === 0) {
    recordCell({
      architecture: 'x86_64',
      flavour,
      kernel: booted,
      buildSeconds,
      bootSeconds: seconds,
      result: 'loaded',
    });
  }
  return output;
}
