import { expect, test } from 'vitest';
import { observeClang, observeLlvmConfigs } from '../../../src/observe/cc/llvm.ts';
import { programPath } from '../../../src/observe/run/path.ts';
import { pretendMachine, testRunner } from '../pretend-machine.ts';

test('clang tells its version and its targets in one run', async () => {
  const { answering, env } = pretendMachine();
  const runner = testRunner(env);
  answering('clang', 'clang-19');
  const clang = await observeClang(programPath(env.PATH), runner);
  expect(clang).toMatchObject({ outcome: 'ok', version: '19.1.7', line: 'Debian clang version 19.1.7 (3+b1)' });
  expect(clang?.targets).toHaveLength(44);
  expect(clang?.targets).toEqual(expect.arrayContaining(['x86-64', 'aarch64', 'aarch64_32', 'systemz', 'xtensa']));
  expect(runner.commands).toHaveLength(1);
});

test('a clang that is broken has no targets, and a missing one is null', async () => {
  const { script, env } = pretendMachine();
  expect(await observeClang(programPath(env.PATH), testRunner(env))).toBeNull();
  script('clang', 'echo "    x86-64 - 64-bit X86"; exit 1');
  expect(await observeClang(programPath(env.PATH), testRunner(env))).toMatchObject({ outcome: 'crash', targets: [] });
});

test('every llvm-config is asked once: the plain name first, then versioned names from the newest', async () => {
  const { answering, link, env, bin } = pretendMachine();
  answering('opt/llvm-19/bin/llvm-config', 'llvm-config-19');
  answering('llvm-config-14', 'llvm-config-14');
  link('bin/llvm-config', '../opt/llvm-19/bin/llvm-config');
  link('bin/llvm-config-19', '../opt/llvm-19/bin/llvm-config');
  const configs = await observeLlvmConfigs(programPath(env.PATH), testRunner(env));
  expect(configs.map(({ path, version }) => [path, version])).toEqual([
    [`${bin}/llvm-config`, '19.1.7'],
    [`${bin}/llvm-config-14`, '14.0.6'],
  ]);
  expect(configs[0]?.targets).toEqual(expect.arrayContaining(['X86', 'AArch64', 'LoongArch', 'Xtensa']));
  expect(configs[0]?.targets).toHaveLength(21);
  expect(configs[1]?.targets).not.toContain('LoongArch');
});
