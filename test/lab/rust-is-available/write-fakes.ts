import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fakeBindgen, fakeCcache, fakeClang, fakeRustc } from './fake-programs.ts';
import { libclangText } from './libclang-text.ts';
import { nonexecutable, sysroot } from './places.ts';
import type { Minima, Variant } from './scenario.ts';

/**
 * Writes a folder of fake programs for each variant, named by its place in the list, and what they share.
 * @param folder on this machine, seen inside the root as the fakes' place
 */
export async function writeFakes(folder: string, variants: readonly Variant[], minima: Minima): Promise<void> {
  const core = join(folder, basename(sysroot), 'lib/rustlib/src/rust/library/core/src');
  await mkdir(core, { recursive: true });
  await writeFile(join(core, 'lib.rs'), '');
  await writeFile(join(folder, basename(nonexecutable)), 'no program\n');
  for (const [index, variant] of variants.entries()) {
    const own = join(folder, String(index));
    await mkdir(own);
    for (const [name, text] of Object.entries(programs(variant, minima))) {
      await writeFile(join(own, name), text, { mode: 0o755 });
    }
  }
}

function programs({ rustc, bindgen, clang, real }: Variant, minima: Minima): Record<string, string> {
  if (real) return {};
  const usual = { version: `bindgen ${minima.bindgen}`, libclang: libclangText(minima.llvm), sound: true };
  return {
    rustc: fakeRustc(rustc ?? `rustc ${minima.rustc}`),
    bindgen: fakeBindgen({ ...usual, ...bindgen }),
    clang: fakeClang(clang ?? `clang version ${minima.llvm}`),
    ccache: fakeCcache,
  };
}
