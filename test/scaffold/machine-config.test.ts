import { expect, test } from 'vitest';
import { machineConfig } from '../../src/scaffold/machine-config.ts';
import { assessment } from './assessment.ts';

test('a freestanding module is built with the chosen tree, compiler and library source', () => {
  expect(machineConfig(assessment(), 'freestanding')).toEqual({
    kdir: '/usr/src/linux-headers-6.1.0-56-amd64',
    rustc: '/usr/bin/rustc',
    rustLibSrc: '/usr/lib/rustlib/src/rust/library',
    arch: null,
    crossCompile: null,
    llvm: null,
  });
});

test('for another architecture, Kbuild is told its name and where the tools are', () => {
  const target = { ...assessment().target, arch: 'ppc64le', crossCompile: 'powerpc64le-linux-gnu-' };
  expect(machineConfig(assessment({ target }), 'freestanding')).toMatchObject({
    arch: 'powerpc',
    crossCompile: 'powerpc64le-linux-gnu-',
  });
});

test("what the machine's own tools build is told by name alone", () => {
  const target = { ...assessment().target, arch: 'i386', crossCompile: null };
  expect(machineConfig(assessment({ target }), 'freestanding')).toMatchObject({ arch: 'i386', crossCompile: null });
});

test('what was not found is left open', () => {
  const bare = assessment({ toolchains: [], target: { arch: 'x86_64', kernel: null, chosen: 'None is there.' } });
  expect(Object.values(machineConfig(bare, 'freestanding'))).toEqual([null, null, null, null, null, null]);
});

test('a toolchain chosen for the other flavour is not taken', () => {
  expect(machineConfig(assessment(), 'rust-for-linux').rustc).toBeNull();
});

test('a tree that was built with clang is built against with LLVM=1', () => {
  const kernel = { release: '7.3.4', dir: '/k', state: 'source', llvm: true } as const;
  const clang = assessment({ target: { arch: 'x86_64', kernel, chosen: 'The only one.' } });
  expect(machineConfig(clang, 'freestanding').llvm).toBe('1');
});
