import { describe, expect, it } from 'vitest';
import { llvmSetting } from '../../../../src/judge/checks/llvm/setting.ts';
import { facts, kernelFacts, rustTree, source, tool, tree } from '../../facts.ts';
import { judge, judgeForKernel } from '../../judging.ts';

const clangTree = rustTree({ config: { CONFIG_CC_IS_CLANG: 'y' }, compiler: 'clang version 19.1.7' });
const withLlvm = (LLVM: string, kernel = clangTree, overrides = {}) =>
  judge(llvmSetting, facts({ environment: { LLVM }, kernels: [kernel], ...overrides }));

it.each([
  ['LLVM is not set, as the kernel 7.3.4 wants it', rustTree()],
  ['the kernel 7.3.4 was built with Clang, for which modules here are given LLVM=1', clangTree],
])('needs not be set: %s', (found, kernel) => {
  expect(judge(llvmSetting, facts({ kernels: [kernel] }))).toMatchObject({ status: 'ok', found });
});

it('skips without a kernel', () => {
  expect(judge(llvmSetting, facts({ kernels: [tree({ state: 'not-a-tree', origin: 'named' })] })).status).toBe('skip');
});

describe('set for a kernel that was built with GCC', () => {
  it('fails, since Clang stops at flags of GCC', () => {
    expect(withLlvm('1', rustTree())).toMatchObject({
      status: 'fail',
      goals: ['freestanding', 'rust-for-linux'],
      found: 'LLVM=1 is set, and the kernel 7.3.4 was built with GCC',
    });
  });

  it("is worth a warning with Debian's headers, which call their gcc all the same", () => {
    expect(withLlvm('1', tree())).toMatchObject({ status: 'warn', found: expect.stringContaining('call gcc-12') });
  });
});

describe('a value that is neither 1 nor a suffix nor a folder', () => {
  it.each([
    ['7.3.4', 'fail'],
    ['6.12.107', 'warn'],
  ])('for the kernel %s: %s', (release, status) => {
    expect(
      withLlvm('n', { ...clangTree, release }, { cc: { ...tool('/usr/bin/clang', '19.1.7'), family: 'Clang' } }).status,
    ).toBe(status);
  });
});

describe('for the build of a kernel', () => {
  const judged = (LLVM: string, overrides = {}) =>
    judgeForKernel(llvmSetting, kernelFacts({ environment: { LLVM }, ...overrides }));

  it.each([
    ['/usr/lib/llvm-19/bin', 'A folder needs a slash at its end: LLVM=/usr/lib/llvm-19/bin/'],
    ['19', 'A suffix needs a hyphen in front: LLVM=-19'],
    ['0', 'Unset LLVM to build with GCC, or set LLVM=1 to build with Clang.'],
    ['n', 'Unset LLVM to build with GCC, or set LLVM=1 to build with Clang.'],
  ])('%s is refused by make, with what helps', (value, help) => {
    const { status, goals, found, remedies } = judged(value);
    expect({ status, goals, found }).toEqual({
      status: 'fail',
      goals: ['kernel'],
      found: `LLVM is "${value}", which the Makefile of the kernel 7.3.4 refuses`,
    });
    expect(remedies.map(({ text }) => text)).toEqual([help]);
  });

  it('before 7.2 warns of a value that means 1', () => {
    const kernels = [source({ version: '6.12.1' })];
    expect(judged('/usr/lib/llvm-19/bin', { kernels })).toMatchObject({
      status: 'warn',
      found: expect.stringContaining('means the same as LLVM=1'),
    });
  });
});

describe('set for a kernel that was built with Clang', () => {
  const cc = { ...tool('/usr/bin/clang-19', '19.1.7'), family: 'Clang' } as const;

  it('fits', () => {
    expect(withLlvm('1').status).toBe('ok');
    expect(withLlvm('-19', clangTree, { cc }).status).toBe('ok');
  });

  it('fails where the clang it stands for is not here', () => {
    const missing = { ...cc, path: 'clang-18', outcome: 'missing', version: null, line: '', family: null };
    expect(withLlvm('-18', clangTree, { cc: missing })).toMatchObject({
      status: 'fail',
      found: 'LLVM=-18 asks for clang-18, which was not found',
    });
    expect(withLlvm('-18', clangTree, { cc: null }).found).toBe('LLVM=-18 asks for clang-18, which was not found');
  });

  it('fails as a folder that is not a whole path, which make looks for elsewhere', () => {
    expect(withLlvm('llvm/bin/', clangTree, { cc }).status).toBe('fail');
  });

  it('is not measured by the compiler that CC names', () => {
    const environment = { LLVM: '-19', CC: 'tcc' };
    expect(judge(llvmSetting, facts({ environment, kernels: [clangTree], cc: null })).status).toBe('ok');
  });
});
