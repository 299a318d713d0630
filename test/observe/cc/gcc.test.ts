import { expect, test } from 'vitest';
import { observeGccs } from '../../../src/observe/cc/gcc.ts';
import { programPath } from '../../../src/observe/run/path.ts';
import { pretendMachine, testRunner } from '../pretend-machine.ts';

test("every name a tree may call GCC by is listed, while Debian's links to one compiler share its one run", async () => {
  const { answering, link, env, bin } = pretendMachine();
  const runner = testRunner(env);
  answering('x86_64-linux-gnu-gcc-12', 'gcc-12');
  link('bin/gcc-12', 'x86_64-linux-gnu-gcc-12');
  link('bin/gcc', 'gcc-12');
  answering('gcc-14', 'gcc-14');
  link('bin/gcc-ar-12', '/bin/true');
  const gccs = await observeGccs(programPath(env.PATH), runner, ['x86_64-linux-gnu-']);
  expect(gccs.map(({ path, version }) => [path, version])).toEqual([
    [`${bin}/gcc`, '12.2.0'],
    [`${bin}/gcc-14`, '14.2.0'],
    [`${bin}/gcc-12`, '12.2.0'],
    [`${bin}/x86_64-linux-gnu-gcc-12`, '12.2.0'],
  ]);
  expect(gccs[0]?.line).toBe('gcc version 12.2.0 (Debian 12.2.0-14+deb12u1)');
  expect(runner.commands).toHaveLength(2);
});

test('a gcc that is really clang is not taken for GCC', async () => {
  const { answering, env } = pretendMachine();
  answering('gcc', 'clang-19');
  const [gcc] = await observeGccs(programPath(env.PATH), testRunner(env), ['x86_64-linux-gnu-']);
  expect(gcc).toMatchObject({ outcome: 'garbage', version: null });
});

test('without GCC there is none', async () => {
  const { env } = pretendMachine();
  expect(await observeGccs(programPath(env.PATH), testRunner(env), ['x86_64-linux-gnu-'])).toEqual([]);
});

test('a gcc whose own program for C is missing says so, and one that does not tell where it is does not', async () => {
  const { script, file, env, root } = pretendMachine();
  script('gcc', `echo "COLLECT_LTO_WRAPPER=${root}/lib/lto-wrapper" >&2; echo "gcc version 12.2.0 (x)" >&2`);
  script('gcc-14', 'echo "gcc version 14.2.0 (x)" >&2');
  const lacks = async () =>
    (await observeGccs(programPath(env.PATH), testRunner(env), ['x-', ''])).map((gcc) => [gcc.version, gcc.lacks]);
  file('lib/lto-wrapper', 'x');
  expect(await lacks()).toEqual([
    ['12.2.0', 'cc1'],
    ['14.2.0', undefined],
  ]);
  file('lib/cc1', 'x');
  expect((await lacks())[0]).toEqual(['12.2.0', undefined]);
});
