import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Flavour, flavours } from '../../src/model/assessment.ts';
import { explained } from './explained.ts';

/** Single failures in the tools' own words, as issues and forums quote them. */
const words: [id: string, log: string, of?: Flavour][] = [
  ['compiler-without-asm-goto', 'arch/x86/Makefile:303: *** Compiler lacks asm-goto support..  Stop.'],
  [
    'linker-of-gcc-for-clang',
    '  LD [M]  m.o\n/usr/bin/ld: unrecognised emulation mode: llvm\nSupported emulations: elf_x86_64',
  ],
  [
    'kernel-not-configured',
    '  ERROR: Kernel configuration is invalid.\n         include/generated/autoconf.h is missing.',
  ],
  [
    'out-of-memory',
    '  RUSTC [M] m.o\nerror: rustc interrupted by SIGKILL\nmake[2]: *** [Makefile.build:1: m.o] Killed',
  ],
  ['out-of-memory', 'gcc: fatal error: Killed signal terminated program cc1\ncompilation terminated.'],
  ['out-of-memory', 'gcc: internal compiler error: Killed (program cc1)'],
  ['out-of-memory', 'LLVM ERROR: out of memory\nAllocation failed'],
  ['tool-missing', '/bin/sh: 1: flex: not found'],
  ['rustc-broken', 'error: internal compiler error: compiler/rustc_middle/src/ty.rs:1:1: no type'],
  [
    'libelf-missing',
    'Makefile:1: *** "Cannot generate ORC metadata, please install libelf-dev or elfutils-libelf-devel".  Stop.',
  ],
  ['libelf-missing', 'tools/objtool/include/objtool/elf.h:10:10: fatal error: gelf.h: No such file or directory'],
  ['no-space', 'error: failed to write /home/a/libcore.rmeta: No space left on device (os error 28)'],
  ['btf-tools', '  BTF [M] m.ko\nFAILED: btf permute: Invalid argument\nFAILED to sort BTF: Invalid argument'],
  [
    'signing-key',
    '  SIGN    m.ko\nAt main.c:1:\n- SSL error:80000002:system library::No such file or directory: bss_file.c:67',
  ],
  [
    'objtool-cannot-decode',
    "m.o: error: objtool: can't decode instruction at .text.compiler_builtins:0x0",
    'freestanding',
  ],
  ['bindgen-options', "error: Found argument '--blacklist-type' which wasn't expected", 'rust-for-linux'],
  ['build-assert', 'ERROR: modpost: "rust_build_error" [m.ko] undefined!', 'rust-for-linux'],
  ['unstable-library', 'error[E0658]: use of unstable library feature `allocator_api`', 'rust-for-linux'],
];

describe.each(words)('%s: %s', (id, log, of) => {
  it.each(of ? [of] : flavours)('is known in %s', (flavour) => {
    expect(explained(flavour, log)).toEqual([id]);
  });
});

it.each(flavours)('a folder called build is no tool called ld, in %s', (flavour) => {
  const log = 'make: *** /lib/modules/6.1.0-99-amd64/build: No such file or directory.  Stop.';
  expect(explained(flavour, log)).toEqual([]);
});

const healthy = join(import.meta.dirname, 'healthy');

describe.each(readdirSync(healthy))('%s, the log of a success', (name) => {
  it.each(flavours)('means no failure in %s', (flavour) => {
    expect(explained(flavour, readFileSync(join(healthy, name), 'utf8'))).toEqual([]);
  });
});
