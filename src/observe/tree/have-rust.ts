import { join } from 'node:path';
import type { HaveRustFact, KernelTreeFact } from '../../model/facts.ts';
import { list, readText } from '../../system/files/files.ts';
import { placeOf } from '../../system/files/tree-path.ts';
import { compareNaturally } from '../../text/natural-order.ts';
import { isFullSource } from './kernel-state.ts';
import { sourceFolders } from './kernel-trees.ts';
import { readSourceVersion } from './kernel-version.ts';

/** The longest, arch/x86/Kconfig, has 100 kB. */
const longest = 256 * 1024;

/** The kernel has 22, and had 31. */
const mostArchitectures = 64;

/**
 * Which architectures can have Rust, as a kernel's own Kconfig says it: of the tree that was named, otherwise of the
 * newest full source that lies where distributions and people put it. The documentation of the kernel lags behind it.
 * @param root the folder taken for `/`
 * @returns null where no full source is here
 */
export function observeHaveRust(kernels: readonly KernelTreeFact[], root: string): HaveRustFact | null {
  const trees = kernels.filter(({ dir }) => isFullSource(placeOf(dir))).map(({ dir }) => dir);
  const candidates = kernels.some(({ origin }) => origin === 'named') ? trees : [...trees, ...sourceFolders(root)];
  const read = candidates.map(readSource).filter((fact) => fact !== null);
  return read.sort((a, b) => compareNaturally(b.release, a.release))[0] ?? null;
}

function readSource(dir: string): HaveRustFact | null {
  const { at } = placeOf(dir);
  // A tree that was built in a folder of its own has the sources behind a link.
  const source = list(at('source/arch')) === null ? dir : at('source');
  const release = readSourceVersion(join(source, 'Makefile'));
  if (release === null) return null;
  const files = (list(join(source, 'arch')) ?? []).slice(0, mostArchitectures).flatMap((srcarch) => {
    const text = readText(join(source, 'arch', srcarch, 'Kconfig'), longest);
    return text === null ? [] : [{ srcarch, text }];
  });
  return {
    dir,
    release,
    read: files.map(({ srcarch }) => srcarch),
    selects: files.flatMap(({ srcarch, text }) => selectsIn(text).map((condition) => ({ srcarch, condition }))),
    depends: Object.fromEntries(files.flatMap(({ text }) => dependsIn(text))),
  };
}

function selectsIn(kconfig: string): (string | null)[] {
  return linesOf(kconfig).flatMap((line) => {
    const [selects, condition] = /^\s+select HAVE_RUST(?:\s+if\s+(\S.*))?$/.exec(line) ?? [];
    return selects === undefined ? [] : [condition ?? null];
  });
}

/** From each `config RUSTC_SUPPORTS_…` to the next entry. */
function dependsIn(kconfig: string): [string, string[]][] {
  const found: [string, string[]][] = [];
  let conditions: string[] | undefined;
  for (const line of linesOf(kconfig)) {
    const [, name] = /^config (RUSTC_SUPPORTS_\w+)$/.exec(line) ?? [];
    const [, condition] = /^\s+depends on (.+)$/.exec(line) ?? [];
    if (name !== undefined) {
      conditions = [];
      found.push([name, conditions]);
    } else if (condition !== undefined) conditions?.push(condition.trim());
    else if (/^\S/.test(line)) conditions = undefined;
  }
  return found;
}

/** Without comments, and without space at their ends. */
function linesOf(kconfig: string): string[] {
  return kconfig.split('\n').map((line) => (line.includes('#') ? line.slice(0, line.indexOf('#')) : line).trimEnd());
}
