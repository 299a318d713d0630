import { expect, test } from 'vitest';
import { bcachefsToolsAccepts } from '../../bench/comparison/bcachefs-tools.ts';
import { bindgen, facts, rustc, rustTree } from '../judge/facts.ts';

const machine = facts({ bindgens: [bindgen('0.71.1')] });

test('a tree with all of its metadata is accepted once the kernel’s own script is content', () => {
  expect(bcachefsToolsAccepts(machine, rustTree(), true)).toBe(true);
  expect(bcachefsToolsAccepts(machine, rustTree(), false)).toBe(false);
  expect(bcachefsToolsAccepts(machine, rustTree(), null)).toBe(false);
});

test('another number than the one the kernel was configured with is refused', () => {
  const configuredWith = (version: string) => rustTree({ config: { CONFIG_RUSTC_VERSION: version } });
  expect(bcachefsToolsAccepts(machine, configuredWith('109600'), true)).toBe(true);
  expect(bcachefsToolsAccepts(machine, configuredWith('108501'), true)).toBe(false);
});

test('metadata by another number is refused; by another build of the same number it is not', () => {
  const builtBy = (rustc: string) => rustTree({ metadata: { ...rustTree().metadata, rustc } });
  expect(bcachefsToolsAccepts(machine, builtBy('rustc 1.85.1 (4eb161250 2025-03-15)'), true)).toBe(false);
  expect(bcachefsToolsAccepts(machine, builtBy('rustc 1.96.0 (0123abcde 2026-05-25)'), true)).toBe(true);
});

test('a crate or macro that modules are given must be there, those of zerocopy only from 7.2', () => {
  const { metadata } = rustTree();
  const without = (gone: RegExp) => ({
    ...metadata,
    rmeta: metadata.rmeta.filter(({ name }) => !gone.test(name)),
    so: metadata.so.filter(({ name }) => !gone.test(name)),
  });
  expect(bcachefsToolsAccepts(machine, rustTree({ metadata: without(/kernel/) }), true)).toBe(false);
  expect(bcachefsToolsAccepts(machine, rustTree({ metadata: without(/zerocopy/) }), true)).toBe(false);
  expect(bcachefsToolsAccepts(machine, rustTree({ release: '7.1.3', metadata: without(/zerocopy/) }), true)).toBe(true);
});

test('no rustc, no bindgen and a kernel without Rust are refused', () => {
  expect(bcachefsToolsAccepts(facts({ ...machine, rustcs: [] }), rustTree(), true)).toBe(false);
  expect(bcachefsToolsAccepts(facts({ rustcs: [rustc()], bindgens: [] }), rustTree(), true)).toBe(false);
  expect(bcachefsToolsAccepts(machine, rustTree({ config: { CONFIG_RUST: 'n' } }), true)).toBe(false);
});
