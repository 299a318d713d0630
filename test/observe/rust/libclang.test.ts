import { expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { observeBindgens } from '../../../src/observe/rust/bindgen.ts';
import { libclang, pretendBindgen } from '../pretend-bindgen.ts';
import { pretendMachine, replay, testRunner } from '../pretend-machine.ts';

/** The libclang of a bindgen that does as told with the header made for it. */
async function observed(lines: string[], timeoutMs?: number) {
  const machine = pretendMachine();
  pretendBindgen(machine, '0.72.1', { 'libclang.h': lines });
  const runner = testRunner(machine.env, timeoutMs);
  const [bindgen] = await observeBindgens(machine.env, programPath(machine.env.PATH), runner, true);
  return bindgen?.libclang;
}

const git = '(https://github.com/llvm/llvm-project.git 4a2c05b05ed07f1f620e94f6524a8b4b2760a0b1)';

test("Debian's libclang as recorded names itself whole", async () => {
  expect(await observed(replay('bindgen-0.71.1-libclang'))).toEqual({
    outcome: 'ok',
    version: '19.1.7',
    line: '19.1.7 (3+b1)',
  });
});

test.each([
  [libclang(`17.0.1 ${git}`), `17.0.1 ${git}`],
  [libclang('17.0.1 '), '17.0.1'],
  [['echo "bash: warning: setlocale: LC_ALL: cannot change locale (c)" >&2', ...libclang('17.0.1')], '17.0.1'],
  [['echo "/opt/clang version 1.2.3/libclang.h:2:9: warning: clang version 17.0.1" >&2'], '17.0.1'],
])('what libclang says is found among other words: %j', async (lines, line) => {
  expect(await observed(lines)).toEqual({ outcome: 'ok', version: '17.0.1', line });
});

test.each([
  ['garbage', libclang('unexpected')],
  ['garbage', ['echo "clang version 17.0.1"']],
  ['crash', [...libclang('17.0.1'), 'exit 42']],
  ['crash', ['kill -SEGV $$']],
])('a libclang that does not answer so is no libclang: %s', async (outcome, lines) => {
  expect(await observed(lines)).toMatchObject({ outcome, version: null });
});

test('a bindgen that finds no libclang, as recorded, has crashed, and the line that says why is kept', async () => {
  const lines = [...replay('bindgen-0.71.1-no-libclang'), 'exit 101'];
  const line = expect.stringMatching(/^Unable to find libclang: /);
  expect(await observed(lines)).toEqual({ outcome: 'crash', version: null, line });
});

test('a bindgen that hangs over the header is ended, and keeps its version', async () => {
  expect(await observed(['exec /bin/sleep 30'], 1000)).toMatchObject({ outcome: 'timeout', version: null });
});

test('a bindgen that is none has no libclang, whatever it makes of the header', async () => {
  const machine = pretendMachine();
  machine.script('bindgen', ...libclang('17.0.1'));
  const [bindgen] = await observeBindgens(machine.env, programPath(machine.env.PATH), testRunner(machine.env), true);
  expect(bindgen).toMatchObject({ outcome: 'garbage', libclang: null, defects: [] });
});
