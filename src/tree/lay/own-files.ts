import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOwnFile } from '../../model/tree-manifest.ts';
import { readRegular } from '../../system/files/regular-file.ts';

/** Where a kernel's Rust part was built: its source, and the folder that it was built in. */
export interface BuiltRust {
  source: string;
  build: string;
}

/**
 * What building made that modules need: crates, macros that rustc loads, the helpers' bitcode where CONFIG_RUST_INLINE_HELPERS
 * links it into each module, the target's specification, and all Rust code that was generated.
 * Source: strace of module builds on 6.12 and 7.3; `scripts/Makefile.build` of 7.3; up to 6.2 the specification lay in `rust`.
 */
const made =
  /^(?:rust\/lib\w+\.(?:rmeta|so)|rust\/helpers\/helpers_module\.bc|(?:rust|scripts)\/target\.json|rust\/(?:\w[\w-]*\/)*\w[\w-]*\.rs)$/;

/**
 * Of the source, code and the texts that it includes, and the Makefile of rust-analyzer's target. Not what Kbuild generates code
 * from (`.rs.S`): it would do that again, in the tree, for each module that depends on the code.
 */
const code = /^rust\/(?:Makefile|.*\.(?:rs|md))$/;

/** Of the source's scripts, what writes rust-project.json, and what it reads. */
const scripts = ['scripts/Makefile', 'scripts/generate_rust_analyzer.py'];

/**
 * The files that a tree has beside the stock headers' own, by their paths in the tree: what modules are compiled with, and the
 * sources that compilers' messages and rust-analyzer lead to.
 * @returns where each of them is
 */
export async function ownFiles({ source, build }: BuiltRust): Promise<Map<string, string>> {
  const sources = (await filesBelow(source, 'rust')).filter((path) => code.test(path) && isOwnFile(path));
  const built = [...(await filesBelow(build, 'rust')), ...(await filesBelow(build, 'scripts'))];
  const included = new Set<string>();
  for (const path of sources.filter((name) => name.endsWith('.rs'))) {
    for (const name of includedFiles(await readRegular(join(source, path)))) included.add(name);
  }
  const there = await filesBelow(source, 'scripts');
  const wanted = [
    ...[...sources, ...scripts.filter((path) => there.includes(path))].map((path) => [path, source] as const),
    ...built
      .filter((path) => made.test(path) || (included.has(path) && isOwnFile(path)))
      .map((path) => [path, build] as const),
  ];
  return new Map(wanted.sort().map(([path, folder]) => [path, join(folder, path)]));
}

/**
 * The files of the build that a crate's code includes, by their paths there. Where a macro does that, it happens in each module:
 * `include!(concat!(env!("OBJTREE"), "/rust/kernel/generated_arch_warn_asm.rs"))`.
 */
export function includedFiles(code: string): string[] {
  return [...code.matchAll(/env!\(\s*"OBJTREE"\s*\)\s*,\s*"\/([^"\n]*)"/g)].map(([, path = '']) => path);
}

async function filesBelow(top: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(top, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1));
}
