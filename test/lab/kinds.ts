import { join } from 'node:path/posix';
import { expect } from 'vitest';
import type { Flavour } from '../../src/model/assessment.ts';
import { objectComplaints } from './objects.ts';
import { commandLine, expectBooted, make } from './product.ts';
import type { Root } from './root.ts';
import { expectStatus, succeed } from './run.ts';
import { say } from './say.ts';
import { homeOf, type RunOptions } from './start.ts';

/** A module to scaffold: what `new` is told beside its name. */
export interface Scaffolded {
  flavour: Flavour;
  kind: string;
  /** Our name for it. Default: this machine's. */
  architecture?: string;
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
  const { flavour, kind, architecture, words = [] } = module;
  const name = ['sample', ...kind.split('-'), ...(words.includes('--with-c') ? ['c'] : [])].join('_');
  const arch = architecture === undefined ? [] : ['--arch', architecture];
  const created = await succeed(
    root,
    commandLine('new', name, '--flavour', flavour, '--kind', kind, '--yes', ...arch, ...words),
    options,
  );
  expect(created.output).not.toMatch(warning);
  const built = expectStatus(await make(root, name, [], options), 0);
  expect(built.output).not.toMatch(warning);
  say(`${flavour} ${kind} ${[...arch, ...words].join(' ')}: built in ${built.seconds.toFixed(0)} s`);
  return { name, seconds: built.seconds };
}

/** How a module was built and exercised. */
interface Exercised {
  /** What `make boot` said. */
  output: string;
  /** The release of the kernel that it was loaded in. */
  kernel: string;
  buildSeconds: number;
  bootSeconds: number;
}

/** Builds a module, looks into its objects, and exercises it in the distribution's own kernel. */
export async function exerciseKind(
  root: Root,
  module: Scaffolded,
  release: RegExp,
  options: RunOptions,
): Promise<Exercised> {
  const { name, seconds: buildSeconds } = await buildKind(root, module, options);
  const folder = join(homeOf(options), name);
  expect(await objectComplaints(root, folder, module.architecture ?? 'x86_64', options)).toEqual([]);
  const boot = await make(root, name, ['boot'], options);
  const { output, seconds: bootSeconds } = await expectBooted(root, name, boot, options);
  const lines = output.split('\n').filter((line) => line.includes(`${name}: `));
  say(`booted in ${bootSeconds.toFixed(0)} s:\n    ${lines.join('\n    ')}`);
  const done = module.kind === 'hello' ? 'loaded and unloaded' : 'loaded, exercised and unloaded';
  const [, kernel = ''] = new RegExp(`${name}: boot OK: ${done} in Linux (\\S+)`).exec(output) ?? [];
  expect(kernel).toMatch(release);
  return { output, kernel, buildSeconds, bootSeconds };
}
