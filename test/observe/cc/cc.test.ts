import { join } from 'node:path';
import { expect, test } from 'vitest';
import { observeCc } from '../../../src/observe/cc/cc.ts';
import { programPath } from '../../../src/observe/run/path.ts';
import { type PretendMachine, pretendMachine, replay, testRunner } from '../pretend-machine.ts';

async function observed(machine: PretendMachine, extra: NodeJS.ProcessEnv = {}) {
  const env = { ...machine.env, ...extra };
  const runner = testRunner(env);
  return { cc: await observeCc(env, programPath(env.PATH), runner), commands: runner.commands };
}

test.each([
  ['cc-gcc-14', 'GCC', '14.2.0', 'gcc version 14.2.0'],
  ['cc-clang-19', 'Clang', '19.1.7', 'clang version 19.1.7 (3+b1)'],
])('%s as recorded from Debian is of the family %s, asked in one run', async (recording, family, version, line) => {
  const machine = pretendMachine();
  const path = machine.answering('gcc', recording);
  const { cc, commands } = await observed(machine);
  expect(cc).toEqual({ path, outcome: 'ok', family, version, line });
  expect(commands).toHaveLength(1);
});

test.each([
  [{}, 'gcc'],
  [{ CROSS_COMPILE: 'aarch64-linux-gnu-' }, 'aarch64-linux-gnu-gcc'],
  [{ LLVM: '1' }, 'clang'],
  [{ LLVM: '-19' }, 'clang-19'],
  [{ LLVM: '1', CROSS_COMPILE: 'aarch64-linux-gnu-' }, 'clang'],
  [{ LLVM: '1', CC: 'gcc-12' }, 'gcc-12'],
  [{ LLVM: '', CC: '', CROSS_COMPILE: '' }, 'gcc'],
  [{ CC: ' ' }, 'gcc'],
])('%j makes the kernel take %s', async (env, name) => {
  const machine = pretendMachine();
  for (const one of ['gcc', 'gcc-12', 'clang', 'clang-19', 'aarch64-linux-gnu-gcc'])
    machine.answering(one, 'cc-gcc-14');
  expect((await observed(machine, env)).cc?.path).toBe(join(machine.bin, name));
});

test('LLVM may name the folder that clang lies in', async () => {
  const machine = pretendMachine();
  const path = machine.answering('opt/llvm/bin/clang', 'cc-clang-19');
  const { cc } = await observed(machine, { LLVM: `${machine.root}/opt/llvm/bin/` });
  expect(cc).toMatchObject({ path, family: 'Clang' });
});

test('CC may hold several words, which reach the program as they are, never a shell', async () => {
  const machine = pretendMachine();
  const path = machine.script('ccache', '[ "$1" = clang ] && [ "$2" = "\\$(id)" ] || exit 1', ...replay('cc-clang-19'));
  const { cc, commands } = await observed(machine, { CC: 'ccache  clang $(id)' });
  expect(cc).toMatchObject({ path, outcome: 'ok', family: 'Clang' });
  expect(commands).toHaveLength(1);
});

test('a compiler of neither family is garbage', async () => {
  const machine = pretendMachine();
  machine.script('tcc', 'echo');
  const { cc } = await observed(machine, { CC: 'tcc' });
  expect(cc).toMatchObject({ outcome: 'garbage', version: null, family: null });
});

test('a compiler that fails has no family, whatever it printed', async () => {
  const machine = pretendMachine();
  machine.script('gcc', ...replay('cc-gcc-14'), 'exit 1');
  expect((await observed(machine)).cc).toMatchObject({ outcome: 'crash', version: null, family: null });
});

test('a compiler that is not there is null, unless the environment asks for it', async () => {
  const machine = pretendMachine();
  expect(await observed(machine)).toEqual({ cc: null, commands: [] });
  const { cc } = await observed(machine, { LLVM: '-99' });
  expect(cc).toMatchObject({ path: 'clang-99', outcome: 'missing', family: null });
});
