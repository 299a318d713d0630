import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stockChecksums } from '../../src/system/files/checksum.ts';
import { layTree, type TreeOrigin } from '../../src/tree/lay/lay.ts';
import type { BuiltRust } from '../../src/tree/lay/own-files.ts';

export const release = '7.3.4+deb13-amd64';
export const rustcLine = 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)';

/** Writes files below a folder, which it makes. */
export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Headers laid out as Debian's, below a folder that stands for /usr; where they are. */
export function pretendHeaders(usr: string): string {
  const [headers, common, kbuild] = [
    `src/linux-headers-${release}`,
    'src/linux-headers-7.3.4+deb13-common',
    'lib/linux-kbuild-7.3.4+deb13',
  ].map((path) => join(usr, path)) as [string, string, string];
  writeFiles(common, { Makefile: '# The kernel own Makefile.\n' });
  writeFiles(kbuild, { 'scripts/mod/modpost': 'modpost', 'scripts/Makefile.build': 'rules' });
  writeFiles(headers, {
    '.config': 'CONFIG_RUST=y\n',
    '.kernelvariables': `override KERNELRELEASE = ${release}\n`,
    Makefile: `KBUILD_OUTPUT=${headers}\ninclude ${common}/Makefile\n`,
    'Module.symvers': '0x00000000\tcat\tvmlinux\tEXPORT_SYMBOL\t\n',
    'include/config/auto.conf': 'CONFIG_RUST=y\n',
  });
  symlinkSync('../../lib/linux-kbuild-7.3.4+deb13/scripts', join(headers, 'scripts'));
  return headers;
}

/** What a tree takes over of the source. */
const sourceFiles: Readonly<Record<string, string>> = {
  'rust/Makefile': 'rules',
  'rust/kernel/bug.rs':
    'macro_rules! warn { () => { include!(concat!(env!("OBJTREE"), "/rust/kernel/generated_arch_warn.inc")) } }',
  'scripts/generate_rust_analyzer.py': '#!/bin/sh\n',
};

/** What a tree takes over of the folder that it was built in. */
const madeFiles: Readonly<Record<string, string>> = {
  'rust/bindings/bindings_generated.rs': 'bindings',
  'rust/helpers/helpers_module.bc': 'bitcode',
  'rust/kernel/generated_arch_warn.inc': 'asm',
  'rust/libcore.rmeta': 'core '.repeat(50_000),
  'rust/libkernel.rmeta': 'kernel',
  'rust/libmacros.so': 'macros',
  'scripts/target.json': '{}',
};

/** All that a tree takes over. */
export const builtFiles = { ...madeFiles, ...sourceFiles };

/** Source and build folder, with more in them than that. */
export function pretendBuild(folder: string): BuiltRust {
  const built = { source: join(folder, 'source'), build: join(folder, 'build') };
  const left = (paths: string[]) => Object.fromEntries(paths.map((path) => [path, 'not for a tree']));
  writeFiles(built.source, { ...sourceFiles, ...left(['Makefile', 'rust/.gitignore', 'scripts/unifdef.c']) });
  writeFiles(built.build, {
    ...madeFiles,
    ...left(['.config', 'rust/core.o', 'rust/.core.o.cmd', 'rust/helpers/helpers.bc', 'scripts/mod/modpost']),
  });
  return built;
}

/** What the maker of a tree over these headers knows. */
export async function originOf(headers: string): Promise<TreeOrigin> {
  return {
    release,
    vermagic: `${release} SMP preempt mod_unload `,
    architecture: 'x86_64',
    rustc: rustcLine,
    bindgen: 'bindgen 0.71.1',
    source: { package: 'linux-source-7.3', version: '7.3.4-1~bpo13+1' },
    headers,
    stock: await stockChecksums(headers),
  };
}

/** A machine in a folder, with headers and a tree over them. */
export async function pretendTree(folder: string): Promise<{ headers: string; tree: string }> {
  const headers = pretendHeaders(join(folder, 'usr'));
  const tree = join(folder, 'trees', release);
  await layTree(pretendBuild(join(folder, 'build')), tree, await originOf(headers));
  return { headers, tree };
}
