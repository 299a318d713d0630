import { expect, it } from 'vitest';
import { findArchitecture } from '../../src/knowledge/architectures/architectures.ts';
import { architectureOfTree } from '../../src/observe/observe-for.ts';
import { tree } from '../judge/facts.ts';

const named = (ARCH: string, config: Record<string, string>, state: 'headers' | 'not-a-tree' = 'headers') => {
  const arch = findArchitecture(ARCH);
  if (arch === null) throw new Error(`${ARCH} is not known`);
  return architectureOfTree({ kernels: [{ ...tree(), config, state }] }, arch).name;
};

it.each([
  ['i386', { CONFIG_X86_64: 'y' }, 'x86_64'],
  ['x86_64', { CONFIG_X86_32: 'y' }, 'i386'],
  ['i386', { CONFIG_X86_32: 'y' }, 'i386'],
  ['i386', { CONFIG_ARM64: 'y' }, 'i386'],
  ['arm64', { CONFIG_X86_64: 'y' }, 'arm64'],
])('ARCH=%s with a tree of %j means %s, as Kbuild takes it', (ARCH, config, name) => {
  expect(named(ARCH, config as Record<string, string>)).toBe(name);
});

it('is what was named where nothing can be built against the tree', () => {
  expect(named('i386', { CONFIG_X86_64: 'y' }, 'not-a-tree')).toBe('i386');
});
