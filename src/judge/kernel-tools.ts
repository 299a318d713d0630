import { basename } from 'node:path/posix';
import type { BindgenFact, Facts, RustcFact, ToolFact } from '../facts.ts';
import { isBelow } from './answers.ts';
import { coreSource } from './core-source.ts';
import { minimumFor } from './minimum-tools.ts';
import type { Target } from './target.ts';

/** A tool of the kernel's own build, chosen. */
interface KernelTool<Tool extends ToolFact> {
  /** null where there is none. */
  tool: Tool | null;
  /** What make must be told so that it takes this one, `RUSTC=/usr/bin/rustc-1.85`; null where it takes it by itself. */
  word: string | null;
  /** The one that make would take without that word; null where it would find none, or where there is no such word. */
  instead: Tool | null;
}

export interface KernelTools {
  rustc: KernelTool<RustcFact>;
  bindgen: KernelTool<BindgenFact>;
}

/**
 * The rustc and the bindgen that the kernel's own build is to take: the one that a variable names, right or wrong, since
 * make is given that variable; otherwise the plain name on PATH; otherwise, where that will not do, the first other that will.
 */
export function kernelTools(facts: Facts, target: Target): KernelTools {
  const { environment, rustcs, bindgens } = facts;
  return {
    rustc: choose({
      variable: 'RUSTC',
      named: environment.RUSTC === undefined ? undefined : rustcs[0],
      plain: rustcs.find(({ path, origin }) => origin === 'path' && basename(path) === 'rustc'),
      all: rustcs,
      willDo: (rustc) => willDo(rustc, 'rustc', target) && rustc.llvmBackend !== false && hasCore(rustc, facts),
    }),
    bindgen: choose({
      variable: 'BINDGEN',
      named: environment.BINDGEN === undefined ? undefined : bindgens[0],
      plain: bindgens.find(({ path }) => basename(path) === 'bindgen'),
      all: bindgens,
      willDo: (bindgen) => willDo(bindgen, 'bindgen', target) && (bindgen.libclang?.outcome ?? 'ok') === 'ok',
    }),
  };
}

/** The command line that makes the kernel's build take what was chosen: `make RUSTC=/usr/bin/rustc-1.85 BINDGEN=…`. */
export function makeCommand({ rustc, bindgen }: KernelTools): string {
  return ['make', rustc.word, bindgen.word].filter((word) => word !== null).join(' ');
}

interface Candidates<Tool> {
  variable: 'RUSTC' | 'BINDGEN';
  named: Tool | undefined;
  plain: Tool | undefined;
  all: readonly Tool[];
  willDo: (tool: Tool) => boolean;
}

function choose<Tool extends ToolFact>({
  variable,
  named,
  plain,
  all,
  willDo: will,
}: Candidates<Tool>): KernelTool<Tool> {
  const taken = named ?? plain;
  if (named !== undefined || (taken && will(taken))) return { tool: taken ?? null, word: null, instead: null };
  const other = all.find(will);
  if (other === undefined) return { tool: taken ?? null, word: null, instead: null };
  return { tool: other, word: `${variable}=${other.path}`, instead: taken ?? null };
}

function willDo({ outcome, version }: ToolFact, name: 'rustc' | 'bindgen', { source, architecture }: Target): boolean {
  return outcome === 'ok' && !isBelow(version, minimumFor(name, source, architecture));
}

function hasCore(rustc: RustcFact, facts: Facts): boolean {
  return coreSource(rustc, facts).dir !== null;
}
