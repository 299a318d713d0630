import { describe, expect, it } from 'vitest';
import { llvmTools as check } from '../../../../src/judge/checks/llvm/tools.ts';
import { facts, llvmTools, rustTree, tool, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

const clangKernel = (symbols: Record<string, string> = {}) => [
  rustTree({ config: { CONFIG_CC_IS_CLANG: 'y', ...symbols } }),
];
const withBtf = [tree({ release: '7.3.4', vmlinux: true, config: { CONFIG_DEBUG_INFO_BTF_MODULES: 'y' } })];
const environment = { LLVM: '1' };

it('skips where neither LLVM is set nor Clang built the kernel', () => {
  expect(judge(check, facts({ llvmTools: llvmTools('llvm-nm', 'llvm-readelf') }))).toMatchObject({
    status: 'skip',
    found: 'LLVM is not set, and the kernel 6.1.0-56-amd64 was not built with Clang',
  });
});

it('passes with those that are called, by the names that LLVM gives them', () => {
  expect(judge(check, facts({ environment: { LLVM: '-19' } }))).toMatchObject({
    status: 'ok',
    goals: ['freestanding', 'rust-for-linux'],
    found: 'llvm-readelf-19 and llvm-nm-19 can be started',
  });
});

describe('decides only for the flavours that call the one that is missing', () => {
  it.each([
    ['llvm-readelf', { environment }, ['freestanding']],
    ['llvm-readelf', { kernels: clangKernel() }, ['freestanding']],
    ['llvm-nm', { environment }, ['freestanding']],
    ['llvm-objcopy', { environment, kernels: withBtf }, ['freestanding', 'rust-for-linux']],
    ['llvm-link', { kernels: clangKernel({ CONFIG_RUST_INLINE_HELPERS: 'y' }) }, ['rust-for-linux']],
  ])('%s: case %#', (name, overrides, goals) => {
    const finding = judge(check, facts({ ...overrides, llvmTools: llvmTools(name) }));
    expect(finding).toMatchObject({ status: 'fail', goals, found: `${name} is not installed, or does not start` });
    expect(finding.needed).toContain('as LLVM=1 has it');
  });
});

it.each([
  ['llvm-nm', 'a kernel since 6.5', { environment, kernels: [tree({ release: '6.12.117+deb13-amd64' })] }],
  ['llvm-objcopy', 'a kernel whose tree holds no vmlinux', { environment }],
  ['llvm-link', 'a kernel that does not inline C helpers', { kernels: clangKernel() }],
])('%s does not matter to %s', (name, _, overrides) => {
  expect(judge(check, facts({ ...overrides, llvmTools: llvmTools(name) })).status).toBe('ok');
});

it('one that the system would not start is as good as missing', () => {
  const readelf = tool('/usr/bin/llvm-readelf', '', { outcome: 'not-runnable', version: null });
  const observed = facts({ environment, llvmTools: { ...llvmTools(), 'llvm-readelf': readelf } });
  expect(judge(check, observed).found).toBe('llvm-readelf is not installed, or does not start');
});

describe('advises', () => {
  const missing = llvmTools('llvm-readelf', 'llvm-nm');

  it('packages for a kernel built with Clang', () => {
    const { remedies } = judge(check, facts({ kernels: clangKernel(), llvmTools: missing }));
    expect(remedies.flatMap(({ packages }) => packages)).toEqual(['clang', 'lld', 'llvm']);
  });

  it('no packages for another LLVM than theirs', () => {
    const observed = facts({ environment: { LLVM: '/opt/llvm/bin/' }, kernels: clangKernel(), llvmTools: missing });
    expect(judge(check, observed).remedies).toMatchObject([
      { packages: [], text: expect.stringContaining('Install /opt/llvm/bin/llvm-readelf, or set LLVM=1') },
    ]);
  });

  it('to unset LLVM for a kernel built with GCC', () => {
    const finding = judge(check, facts({ environment, llvmTools: missing }));
    expect(finding).toMatchObject({
      found: 'llvm-readelf and llvm-nm are not installed, or do not start',
      remedies: [{ packages: [], text: 'Unset LLVM.' }],
    });
  });
});

it('skips where no kernel can be judged', () => {
  const kernels = [tree({ state: 'not-a-tree', origin: 'named' })];
  expect(judge(check, facts({ environment, kernels })).status).toBe('skip');
});
