import { expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { observeBindgens } from '../../../src/observe/rust/bindgen.ts';
import { type PretendMachine, pretendMachine, testRunner } from '../pretend-machine.ts';

async function observed(machine: PretendMachine, extra: NodeJS.ProcessEnv = {}) {
  const env = { ...machine.env, ...extra };
  const runner = testRunner(env);
  return { bindgens: await observeBindgens(env, programPath(env.PATH), runner, false), commands: runner.commands };
}

test('bindgen as recorded from Debian has its version, and nothing more is asked of it', async () => {
  const machine = pretendMachine();
  const path = machine.answering('bindgen', 'bindgen-0.71.1');
  const { bindgens, commands } = await observed(machine);
  const fact = { path, outcome: 'ok', version: '0.71.1', line: 'bindgen 0.71.1' };
  expect(bindgens).toEqual([{ ...fact, libclang: null, defects: [] }]);
  expect(commands.map(({ argv }) => argv[1])).toEqual(['--version']);
});

test('BINDGEN goes first, then the plain name, then versioned ones from the newest, each program once', async () => {
  const machine = pretendMachine();
  const own = machine.script('opt/my-bindgen', 'echo bindgen 0.72.1');
  machine.script('bindgen-0.65', 'echo bindgen 0.65.1');
  machine.answering('bindgen-0.71', 'bindgen-0.71.1');
  machine.link('bin/bindgen', 'bindgen-0.65');
  const versions = async (BINDGEN?: string) =>
    (await observed(machine, { BINDGEN })).bindgens.map(({ version }) => version);
  expect(await versions()).toEqual(['0.65.1', '0.71.1']);
  expect(await versions(own)).toEqual(['0.72.1', '0.65.1', '0.71.1']);
  expect(await versions('bindgen-0.71')).toEqual(['0.71.1', '0.65.1']);
});

test('a bindgen that BINDGEN names and that is not there cannot be run, and still goes first', async () => {
  const machine = pretendMachine();
  machine.answering('bindgen', 'bindgen-0.71.1');
  const { bindgens } = await observed(machine, { BINDGEN: '/nowhere/bindgen' });
  expect(bindgens).toMatchObject([{ path: '/nowhere/bindgen', outcome: 'missing' }, { version: '0.71.1' }]);
});

test('without bindgen there is none', async () => {
  expect(await observed(pretendMachine())).toEqual({ bindgens: [], commands: [] });
});

test('bindgen 0.69.0 tells its version only when it is given a header, too', async () => {
  const machine = pretendMachine();
  machine.script('bindgen', '[ $# -ge 2 ] || exit 2', 'echo bindgen 0.69.0');
  expect((await observed(machine)).bindgens).toMatchObject([{ outcome: 'ok', version: '0.69.0' }]);
});

test.each([
  ['bindgen 0.71.1', '0.71.1'],
  ['bindgen 0.71.1-dev', '0.71.1'],
  ['bindgen 0.71.1-0.999.0', '0.71.1'],
  ['bindgen 999.0.0', '999.0.0'],
  ['unexpected 0.71.1', null],
  ['bindgen unexpected', null],
  ['bindgen 0.71', null],
  ['warning: old\nbindgen 0.71.1', null],
])('what bindgen says, %j, is read as the kernel reads it: %s', async (says, version) => {
  const machine = pretendMachine();
  machine.script('bindgen', `/bin/cat << 'end'\n${says}\nend`);
  const outcome = version === null ? 'garbage' : 'ok';
  expect((await observed(machine)).bindgens).toMatchObject([{ outcome, version }]);
});
