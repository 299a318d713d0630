import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import which from 'which';
import type { RustcFact, ToolFact } from '../../../src/model/facts.ts';
import { observeRefusedOptions } from '../../../src/observe/cc/refused-options.ts';
import { rustc, tool } from '../../judge/facts.ts';
import { pretendMachine, testRunner } from '../pretend-machine.ts';

function machine() {
  const pretend = pretendMachine();
  const refusing = (name: string) =>
    pretend.script(
      name,
      'for word; do case $word in -fbogus) echo "gcc: warning: hm" >&2; echo "gcc: error: unrecognized option $word" >&2; exit 1;; esac; done',
      `echo "$@" >>${pretend.root}/asked`,
    );
  const c: ToolFact[] = [tool(refusing('gcc'), '12.2.0'), tool('/gone/gcc-14', '14.2.0', { outcome: 'crash' })];
  const rust: RustcFact[] = [rustc({ path: refusing('rustc') })];
  return { pretend, c, rust };
}

async function observed(env: NodeJS.ProcessEnv, forKernel = false) {
  const { pretend, c, rust } = machine();
  const runner = testRunner(pretend.env);
  const refused = await observeRefusedOptions(env, { c, rust, programs: new Map() }, runner, forKernel);
  const short = refused?.map((one) => ({ ...one, tool: one.tool.replace(`${pretend.bin}/`, '') }));
  return { refused: short ?? null, commands: runner.commands.length };
}

test('no compiler is asked where no variable is set', async () => {
  expect(await observed({ KCFLAGS: '' })).toEqual({ refused: null, commands: 0 });
});

test('each compiler that works is asked once for each variable, with what it says where it refuses', async () => {
  const line = 'gcc: error: unrecognized option -fbogus';
  expect(await observed({ KCFLAGS: ' -O2 -fbogus', KCPPFLAGS: '-DX', KRUSTFLAGS: '-fbogus' })).toEqual({
    refused: [
      { variable: 'KCFLAGS', tool: 'gcc', line },
      { variable: 'KRUSTFLAGS', tool: 'rustc', line },
    ],
    commands: 3,
  });
});

test('what the shell would read in another way is not judged', async () => {
  expect(await observed({ KCFLAGS: `-DNAME='"a b"' -fbogus` })).toEqual({ refused: [], commands: 0 });
});

test('what only the build of a kernel is handed is asked for that alone, linkers among it', async () => {
  const set = { KAFLAGS: '-fbogus', HOSTCFLAGS: '-fbogus', HOSTLDFLAGS: '-fbogus', HOSTRUSTFLAGS: '-fbogus' };
  expect(await observed(set)).toEqual({ refused: null, commands: 0 });
  const { refused } = await observed(set, true);
  expect(refused?.map(({ variable, tool }) => `${variable} ${tool}`)).toEqual([
    'KAFLAGS gcc',
    'HOSTCFLAGS gcc',
    'HOSTLDFLAGS gcc',
    'HOSTRUSTFLAGS rustc',
  ]);
});

test('real compilers answer in their words, and leave no file', async () => {
  const { root, env } = pretendMachine();
  const folder = join(root, 'work');
  mkdirSync(folder);
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  const gcc = tool(which.sync('gcc'), '12.2.0');
  const runner = testRunner({ ...env, PATH: process.env.PATH });
  const ask = (set: NodeJS.ProcessEnv) =>
    observeRefusedOptions(set, { c: [gcc], rust: [], programs: new Map() }, runner, true);
  expect(
    await ask({ KCFLAGS: '-fstack-usage -MMD -save-temps', HOSTLDFLAGS: '-Wl,-z,now', HOSTLDLIBS: '-lc' }),
  ).toEqual([]);
  const refused = await ask({ KCFLAGS: '-fbogus', HOSTLDFLAGS: '-Wl,--bogus', HOSTLDLIBS: '-lbogus' });
  expect(refused?.map(({ line }) => line)).toEqual([
    expect.stringContaining("unrecognized command-line option '-fbogus'"),
    expect.stringContaining("unrecognized option '--bogus'"),
    expect.stringContaining('cannot find -lbogus'),
  ]);
  expect(readdirSync(folder)).toEqual([]);
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});
