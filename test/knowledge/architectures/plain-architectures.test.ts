import { expect, it } from 'vitest';
import { architectures } from '../../../src/knowledge/architectures/architectures.ts';
import {
  allArchitectures,
  findAnyArchitecture,
  isFull,
  plainArchitectures,
} from '../../../src/knowledge/architectures/plain-architectures.ts';
import { kernelTargets } from '../../../src/knowledge/kernel/rust-metadata.ts';

it('has every architecture of the kernel that the other table lacks, each once', () => {
  const names = allArchitectures.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(allArchitectures.map(({ srcarch }) => srcarch))).toEqual(
    // The folders of arch/ in 7.3.
    new Set(
      'alpha arc arm arm64 csky hexagon loongarch m68k microblaze mips nios2 openrisc parisc powerpc riscv s390 sh sparc um x86 xtensa'.split(
        ' ',
      ),
    ),
  );
  expect(plainArchitectures.filter(isFull)).toEqual([]);
  expect(architectures.every(isFull)).toBe(true);
});

it.each([
  ['m68k', 'm68k'],
  ['mips', 'mips'],
  ['mips64', 'mips64el'],
  ['powerpc', 'ppc64le'],
  ['ppc', 'ppc32'],
  ['riscv', 'riscv64'],
  ['sparc', 'sparc64'],
  ['sparcv9', 'sparc64'],
  ['aarch64', 'arm64'],
])('finds %s as %s', (name, found) => {
  expect(findAnyArchitecture(name)?.name).toBe(found);
});

it.each(['x86', 'vax', ''])('finds nothing for %j', (name) => {
  expect(findAnyArchitecture(name)).toBeNull();
});

it.each(allArchitectures.map((row) => [row.name, row] as const))(
  'finds %s by its own name and gives its source',
  (name, row) => {
    expect(findAnyArchitecture(name)).toBe(row);
    expect(row.source).toContain(`arch/${row.srcarch}/Kconfig`);
    for (const source of Object.values(row.departures ?? {})) expect(source).not.toBe('');
  },
);

it('gives a source where rustc or LLVM has nothing', () => {
  for (const { name, rustTarget, llvm, departures } of plainArchitectures) {
    if (rustTarget === null) expect(departures?.rustTarget, name).toBeDefined();
    if (llvm === null) expect(departures?.llvm, name).toBeDefined();
  }
});

it('says why there can be no Rust only where there can be none', () => {
  for (const { name, rust, withoutRust } of allArchitectures) if (withoutRust) expect(rust, name).toBeNull();
});

it('goes with a target that kernels with Rust are compiled for', () => {
  const able = allArchitectures.filter(({ rust }) => rust !== null);
  expect(able.filter(({ srcarch }) => kernelTargets[srcarch] === undefined)).toEqual([]);
});
