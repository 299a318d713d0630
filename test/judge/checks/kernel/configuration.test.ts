import { expect, it } from 'vitest';
import { kernelConfiguration } from '../../../../src/judge/checks/kernel/configuration.ts';
import { facts, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

function judgeConfig(config: Record<string, string>, name = 'x86_64') {
  const source = tree({ dir: '/src/linux', origin: 'named', state: 'unprepared', release: null, version: '7.3.4' });
  return judge(kernelConfiguration, facts({ kernels: [{ ...source, config }] }), name, ['kernel']);
}

it('passes with CONFIG_RUST, and before anything is configured', () => {
  expect(judgeConfig({ CONFIG_X86_64: 'y', CONFIG_RUST: 'y' }).status).toBe('ok');
  expect(judgeConfig({})).toMatchObject({ status: 'ok', found: '/src/linux is not configured yet' });
});

it('fails where the configuration forbids Rust, and names every symbol to change', () => {
  expect(judgeConfig({ CONFIG_X86_64: 'y', CONFIG_MODVERSIONS: 'y', CONFIG_KASAN: 'y' })).toMatchObject({
    status: 'fail',
    goals: ['kernel'],
    found:
      'the configuration of /src/linux forbids CONFIG_RUST: CONFIG_MODVERSIONS without CONFIG_GENDWARFKSYMS and CONFIG_KASAN with GCC',
    needed:
      'a configuration with CONFIG_MODVERSIONS off, or CONFIG_GENDWARFKSYMS on as well and CONFIG_KASAN off, or LLVM=1',
  });
});

it('only warns where other tools would lift what forbids Rust', () => {
  const { status, found } = judgeConfig({ CONFIG_X86_64: 'y', CONFIG_KASAN: 'y' });
  expect([status, found]).toEqual([
    'warn',
    'the configuration of /src/linux forbids CONFIG_RUST: CONFIG_KASAN with GCC',
  ]);
});

it("warns of an architecture's own condition", () => {
  expect(judgeConfig({ CONFIG_RISCV: 'y', CONFIG_64BIT: 'y' }, 'riscv64').needed).toBe('a configuration with LLVM=1');
});

it('warns where Rust was merely left off', () => {
  expect(judgeConfig({ CONFIG_X86_64: 'y' }).found).toContain('which nothing in its configuration forbids');
});

it('warns of a configuration for another architecture', () => {
  expect(judgeConfig({ CONFIG_ARM64: 'y' })).toMatchObject({
    status: 'warn',
    needed: 'a configuration with CONFIG_X86_64=y',
  });
});

it('has nothing to say without a source', () => {
  expect(judge(kernelConfiguration, facts(), 'x86_64', ['kernel']).status).toBe('skip');
});
