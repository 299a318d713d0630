import { describe, expect, it } from 'vitest';
import { architectures, findArchitecture } from '../../../src/knowledge/architectures/architectures.ts';

describe('findArchitecture', () => {
  it.each([
    ['x86_64', 'x86_64'],
    ['amd64', 'x86_64'],
    ['x86-64', 'x86_64'],
    ['i686', 'i386'],
    ['aarch64', 'arm64'],
    ['armhf', 'arm'],
    ['armv7l', 'arm'],
    ['riscv', 'riscv64'],
    ['powerpc', 'ppc64le'],
    ['ppc64el', 'ppc64le'],
    ['s390', 's390x'],
    ['systemz', 's390x'],
    ['uml', 'um'],
    ['mips', 'mips64el'],
    ['mips64', 'mips64el'],
  ])('knows %s as %s', (alias, name) => {
    expect(findArchitecture(alias)?.name).toBe(name);
  });

  it.each(['x86', 'vax', '', 'X86_64'])('answers null for %j, which is ambiguous or unknown', (alias) => {
    expect(findArchitecture(alias)).toBeNull();
  });

  it.each(architectures.map((row) => [row.name, row] as const))('finds %s by its own names', (_, row) => {
    for (const alias of [row.name, row.arch, row.debian ?? row.name, ...row.machine, ...row.aliases]) {
      expect(findArchitecture(alias), alias).toBe(row);
    }
  });
});

it('freestanding modules were loaded on all of them that boot on a machine', () => {
  const loaded = architectures.filter(({ proven }) => proven.includes('freestanding'));
  expect(loaded).toEqual(architectures.filter(({ boot }) => boot !== null));
  expect(loaded).toEqual(architectures.filter(({ qemu }) => qemu !== null));
});

it('rust-for-linux modules were loaded only where a kernel can have Rust', () => {
  for (const { name, proven, rust } of architectures) {
    if (proven.includes('rust-for-linux')) expect(rust, name).not.toBeNull();
  }
});
