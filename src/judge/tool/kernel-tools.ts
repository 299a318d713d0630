import { basename } from 'node:path/posix';
import { firstTrueMinimum } from '../../knowledge/kernel/minimum.ts';
import type { BindgenFact, Facts, RustcFact, ToolFact } from '../../model/facts.ts';
import { compareVersions } from '../../text/versions.ts';
import { isBelow } from '../answers.ts';
import type { Target } from '../context.ts';
import { isCrossTarget } from '../foreign.ts';
import { coreSource } from './core-source.ts';
import { type Minimum, minimumFor } from './minimum-tools.ts';

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
      plain: plainRustc(facts),
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

/**
 * The command line that makes the kernel's build take what was chosen: `make RUSTC=/usr/bin/rustc-1.85 HOSTRUSTC=… BINDGEN=…`.
 */
export function makeCommand(facts: Facts, target: Target): string {
  const { rustc, bindgen } = kernelTools(facts, target);
  const { environment } = facts;
  const host = hostTools(facts, target);
  const rustcWord = rustc.word ?? (host.rustc.word && environment.RUSTC ? `RUSTC=${environment.RUSTC}` : null);
  const ccWord = host.cc.word && environment.CC ? `CC=${environment.CC}` : null;
  const words = [rustcWord, host.rustc.word, bindgen.word, ccWord, host.cc.word];
  return ['make', ...words].filter((word) => word !== null).join(' ');
}

/** A compiler of the programs that run while the kernel is built. */
interface HostTool {
  /** The one that is taken; null where there is none. */
  tool: ToolFact | null;
  /** What make must be told so that it takes this one, `HOSTCC=gcc-14`; null where it needs no word. */
  word: string | null;
}

/**
 * The top Makefile of 6.1 to 7.3 assigns `HOSTRUSTC = rustc` whatever RUSTC is, and `HOSTCC = gcc` whatever CC is, unless LLVM
 * is set, which names it along with CC.
 */
export function hostTools(facts: Facts, target: Target): Record<'rustc' | 'cc', HostTool> {
  const { rustc } = kernelTools(facts, target);
  const plain = plainRustc(facts);
  const hasPlain = rustc.word === null && plain?.outcome === 'ok';
  return {
    rustc: hasPlain || rustc.tool === null ? { tool: plain ?? null, word: null } : named('HOSTRUSTC', rustc.tool),
    cc: hostCompiler(facts, target),
  };
}

function hostCompiler(facts: Facts, target: Target): HostTool {
  const { environment, gccs, cc, clang } = facts;
  if (environment.LLVM) return { tool: environment.CC === undefined ? cc : clang, word: null };
  const plain = gccs.find(({ path, outcome }) => outcome === 'ok' && basename(path) === 'gcc');
  if (plain) return { tool: plain, word: null };
  const native = [...(isCrossTarget(target, facts) ? [] : [cc]), ...gccs].find(
    (tool) => tool?.outcome === 'ok' && /^(gcc|clang)(-\d+)?$/.test(basename(tool.path)),
  );
  return native ? named('HOSTCC', native) : { tool: null, word: null };
}

function named(variable: 'HOSTRUSTC' | 'HOSTCC', tool: ToolFact): HostTool {
  return { tool, word: `${variable}=${tool.path}` };
}

function plainRustc({ rustcs }: Facts): RustcFact | undefined {
  return rustcs.find(({ path, origin, isPlain }) => isPlain || (origin === 'path' && basename(path) === 'rustc'));
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
  named: byVariable,
  plain,
  all,
  willDo: will,
}: Candidates<Tool>): KernelTool<Tool> {
  const taken = byVariable ?? plain;
  if (byVariable !== undefined || (taken && will(taken))) return { tool: taken ?? null, word: null, instead: null };
  const other = all.find(will);
  if (other === undefined) return { tool: taken ?? null, word: null, instead: null };
  return { tool: other, word: `${variable}=${other.path}`, instead: taken ?? null };
}

function willDo(tool: ToolFact, name: 'rustc' | 'bindgen', target: Target): boolean {
  const minimum = minimumFor(name, target.source, target.architecture);
  return tool.outcome === 'ok' && !isBelow(tool.version, minimum) && !isTooNew(tool, minimum, target);
}

/** Up to 6.10 a kernel wants exactly one version: what changed in a newer rustc or bindgen stops its build. */
export function isTooNew({ version }: ToolFact, minimum: Minimum | undefined, { source }: Target): boolean {
  if (minimum === undefined || version === null || compareVersions(source.version, firstTrueMinimum) >= 0) return false;
  return compareVersions(version, minimum.version) > 0;
}

function hasCore(rustc: RustcFact, facts: Facts): boolean {
  return coreSource(rustc, facts).dir !== null;
}
