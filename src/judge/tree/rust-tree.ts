import { rustMetadata } from '../../knowledge/kernel/rust-metadata.ts';
import type { CrateMetadataFact, Facts, KernelTreeFact, ProcMacroFact } from '../../model/facts.ts';
import { rowFor } from '../../text/versions.ts';
import type { Answer } from '../check.ts';
import type { Target } from '../context.ts';
import { kdirCommand } from '../remedy/kdir.ts';
import type { JudgedKernel } from './kernel.ts';

/** A tree with Rust metadata, seen as rustc sees it: only the files that a module of its kernel is compiled against. */
export interface RustTree {
  tree: KernelTreeFact;
  rmeta: CrateMetadataFact[];
  so: ProcMacroFact[];
  /** Names of the files that are not there, each list in the table's order. */
  missing: { rmeta: string[]; so: string[] };
}

/** Files that the table does not know, of a kernel with crates of its own, are left alone. */
export function rustTree(tree: KernelTreeFact, release: string): RustTree {
  const { rmeta: crates, so: macros } = tree.metadata;
  const needed = rowFor(rustMetadata, release) ?? { rmeta: [], so: [] };
  const [rmeta, so] = [pick(crates, needed.rmeta), pick(macros, needed.so)];
  return { tree, rmeta, so, missing: { rmeta: absent(crates, needed.rmeta), so: absent(macros, needed.so) } };
}

/** The answer of checks that look into Rust metadata where there is none; `kernel.rust` or `kernel.metadata` says why. */
export const noMetadata: Answer = { status: 'skip', found: 'there is no Rust metadata to look at' };

/** The tree to look into; null where a kernel has no Rust metadata at all. */
export function rustTreeOf(kernel: JudgedKernel | null): RustTree | null {
  if (!kernel?.rust || kernel.tree === null || !hasMetadata(kernel.tree)) return null;
  return rustTree(kernel.tree, kernel.release);
}

export function hasMetadata({ metadata }: KernelTreeFact): boolean {
  return metadata.rmeta.length > 0 || metadata.so.length > 0;
}

/** The way to whole files where some are missing or spoilt. Making only those again would not do: make rebuilds them with their object files. */
export function restore({ state, dir, made, release }: KernelTreeFact, facts: Facts, target: Target): string {
  if (made) return `Remove ${dir} and make it anew: ${kdirCommand(release ?? 'RELEASE', facts, target)}`;
  return state === 'source'
    ? `Remove the .o, .rmeta and .so files in ${dir}/rust, then run "make modules_prepare" in ${dir}.`
    : `Put the files of the kernel's own build into ${dir} again: reinstall the package that holds them, or copy them all from the tree they were made in.`;
}

function pick<File extends { name: string }>(files: readonly File[], names: readonly string[]): File[] {
  return files.filter(({ name }) => names.includes(name));
}

function absent(files: readonly { name: string }[], names: readonly string[]): string[] {
  return names.filter((wanted) => !files.some(({ name }) => name === wanted));
}
