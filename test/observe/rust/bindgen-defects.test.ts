import { expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { observeBindgens } from '../../../src/observe/rust/bindgen.ts';
import { libclang, pretendBindgen } from '../pretend-bindgen.ts';
import { pretendMachine, testRunner } from '../pretend-machine.ts';

/** What a bindgen without defects does with the trial headers. */
const sound = {
  '0_66.h': ['echo "pub const NAME: &[u8; 4] = b\\"a\\\\0b\\\\0\\";"'],
  'concat.h': ['echo "pub static mut foofoo: ::std::os::raw::c_int;"'],
  'libclang_22.h': ['echo "    pub foo: ::std::os::raw::c_int,"'],
};

/** What it does with all of them. */
const unsound = { '0_66.h': ['exit 101'], 'concat.h': ['echo "pub static mut foo: u8;"'], 'libclang_22.h': [':'] };

async function observed(version: string, loads: string[], headers: Record<string, string[]>) {
  const machine = pretendMachine();
  pretendBindgen(machine, version, { 'libclang.h': loads, ...headers });
  const runner = testRunner(machine.env);
  const [bindgen] = await observeBindgens(machine.env, programPath(machine.env.PATH), runner, true);
  return { defects: bindgen?.defects, runs: runner.commands.length };
}

test.each([
  ['0.65.1', '18.1.8', []],
  ['0.66.0', '18.1.8', ['nul-in-string']],
  ['0.66.1', '18.1.8', ['nul-in-string']],
  ['0.67.0', '19.0.0', []],
  ['0.69.4', '19.1.0', ['concatenated-names']],
  ['0.69.4', '19.2.0', ['concatenated-names']],
  ['0.69.5', '19.1.0', []],
  ['0.71.1', '21.1.0', []],
  ['0.71.1', '22.0.0', ['declared-structures']],
  ['0.72.0', '22.1.0', ['declared-structures']],
  ['0.72.1', '22.0.0', []],
  ['0.66.1', '22.0.0', ['nul-in-string', 'concatenated-names', 'declared-structures']],
])('bindgen %s with libclang %s is tried for %j, and a patched one has none of it', async (version, loads, names) => {
  expect(await observed(version, libclang(loads), unsound)).toEqual({ defects: names, runs: 2 + names.length });
  expect(await observed(version, libclang(loads), sound)).toEqual({ defects: [], runs: 2 + names.length });
});

test('the wrong layouts of 0.73.1 are known by its number alone', async () => {
  const layout = async (version: string) => (await observed(version, libclang('22.1.0'), {})).defects;
  expect(await layout('0.73.0')).toEqual([]);
  expect(await layout('0.73.1')).toEqual(['structure-layout']);
  expect(await layout('0.73.2')).toEqual([]);
});

test('a bindgen without a libclang that answers cannot be tried', async () => {
  expect(await observed('0.66.0', ['exit 1'], unsound)).toEqual({ defects: [], runs: 2 });
});
