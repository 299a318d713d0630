import { join } from 'node:path';
import { expect, test } from 'vitest';
import { includedFiles, ownFiles } from '../../../src/tree/lay/own-files.ts';
import { temporaryFolder } from '../../write/folders.ts';
import { writeFiles } from '../pretend-headers.ts';

test('what macros include of the build is read from their code, however it is broken into lines', () => {
  const code = `
    include!(concat!(env!("OBJTREE"), "/rust/kernel/generated_arch_warn_asm.rs"))
    include!(concat!(
        env!( "OBJTREE" ),
        "/rust/bindings/bindings_generated.rs"
    ));
    const OBJTREE: &str = env!("OBJTREE");
    include!(concat!(env!("OUT_DIR"), "/other.rs"));`;
  expect(includedFiles(code)).toEqual([
    'rust/kernel/generated_arch_warn_asm.rs',
    'rust/bindings/bindings_generated.rs',
  ]);
});

test('a tree takes over the sources, what modules are compiled with, and all that macros include', async () => {
  const folder = temporaryFolder();
  const built = { source: join(folder, 'source'), build: join(folder, 'build') };
  writeFiles(built.source, {
    'rust/kernel/lib.rs': 'env!("OBJTREE"), "/rust/kernel/table.bin"; env!("OBJTREE"), "/rust/kernel/off.rs"',
    'rust/kernel/.gitignore': '',
    'rust/kernel/generated_arch_warn_asm.rs.S': '',
    'scripts/generate_rust_analyzer.py': '',
    'scripts/checkpatch.pl': '',
  });
  writeFiles(built.build, {
    'rust/kernel/table.bin': '',
    'rust/kernel/other.bin': '',
    'rust/kernel/generated_arch_warn_asm.rs': '',
    'rust/libcore.rmeta': '',
    'rust/core.o': '',
    'rust/host/libsyn.rlib': '',
    'scripts/target.json': '',
    'scripts/mod/modpost': '',
  });
  const source = ['rust/kernel/lib.rs', 'scripts/generate_rust_analyzer.py'];
  const build = [
    ...['rust/kernel/generated_arch_warn_asm.rs', 'rust/kernel/table.bin', 'rust/libcore.rmeta'],
    'scripts/target.json',
  ];
  const expected = [
    ...source.map((path) => [path, join(built.source, path)]),
    ...build.map((path) => [path, join(built.build, path)]),
  ];
  expect([...(await ownFiles(built))]).toEqual(expected.sort());
});
