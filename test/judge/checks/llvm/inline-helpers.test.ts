import { expect, it } from 'vitest';
import { llvmInlineHelpers } from '../../../../src/judge/checks/llvm/inline-helpers.ts';
import { facts, rustTree, tool, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

const kernels = [rustTree({ config: { CONFIG_RUST_INLINE_HELPERS: 'y', CONFIG_CC_IS_CLANG: 'y' } })];
const clang = (version: string) => ({ ...tool('/usr/bin/clang', version), targets: ['x86-64'] });

it.each([
  ['22.1.0', 'ok'],
  ['19.1.7', 'fail'],
])('rustc with LLVM 22 and clang %s: %s', (version, status) => {
  const finding = judge(llvmInlineHelpers, facts({ kernels, clang: clang(version) }));
  expect(finding).toMatchObject({ status, goals: ['rust-for-linux'] });
});

it('compares the clang that LLVM stands for, not the one on PATH', () => {
  const cc = { ...tool('/usr/bin/clang-19', '19.1.7'), family: 'Clang' } as const;
  const observed = facts({ kernels, clang: clang('22.1.0'), cc, environment: { LLVM: '-19' } });
  expect(judge(llvmInlineHelpers, observed).found).toBe('/usr/bin/rustc has LLVM 22, and clang is version 19');
});

it.each([
  ['the kernel 7.3.4 does not inline C helpers into Rust', { kernels: [rustTree()] }],
  ['there is no clang to compare with, as clang.llvm says', { kernels }],
  ['there is no rustc to compare with, as rustc.identity says', { kernels, rustcs: [], clang: clang('22.1.0') }],
  ['there is no kernel tree to look at', { kernels: [tree({ state: 'not-a-tree', origin: 'named' })] }],
])('skips: %s', (found, overrides) => {
  expect(judge(llvmInlineHelpers, facts(overrides))).toMatchObject({ status: 'skip', found });
});
