import { expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { observeTool } from '../../../src/observe/run/tools.ts';
import { pretendMachine, testRunner } from '../pretend-machine.ts';

test.each([
  ['ld.lld', 'lld-19', '19.1.7', 'Debian LLD 19.1.7 (compatible with GNU linkers)'],
  ['ld', 'ld-2.40', '2.40', 'GNU ld (GNU Binutils for Debian) 2.40'],
  ['make', 'make-4.3', '4.3', 'GNU Make 4.3'],
  ['pahole', 'pahole-1.30', '1.30', 'v1.30'],
  ['qemu', 'qemu-7.2', '7.2.22', 'QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)'],
  ['qemu', 'qemu-10.0', '10.0.13', 'QEMU emulator version 10.0.13 (Debian 1:10.0.13+ds-0+deb13u1)'],
] as const)('%s as recorded from %s has version %s', async (tool, recording, version, line) => {
  const { answering, env } = pretendMachine();
  const path = answering(tool, recording);
  const fact = await observeTool(tool, programPath(env.PATH), testRunner(env));
  expect(fact).toEqual({ path, outcome: 'ok', version, line });
});

test.each([
  ['GNU ld version 2.30-113.el8', '2.30'],
  ['GNU ld (GNU Binutils; openSUSE Leap 15.5) 2.39.0.20220810-150100.7.40', '2.39.0.20220810'],
  ['LLD 19.1.7 (compatible with GNU linkers)', '19.1.7'],
  ['mold 2.37.1 (compatible with GNU ld)', '2.37.1'],
])('ld may say "%s"', async (line, version) => {
  const { script, env } = pretendMachine();
  script('ld', `echo '${line}'`);
  expect(await observeTool('ld', programPath(env.PATH), testRunner(env))).toMatchObject({ outcome: 'ok', version });
});

test('a tool that is not there is null', async () => {
  const { env } = pretendMachine();
  expect(await observeTool('make', programPath(env.PATH), testRunner(env))).toBeNull();
});

test('a versioned name serves where the plain one is missing, and the newest goes first', async () => {
  const { script, answering, env } = pretendMachine();
  script('ld.lld-14', 'echo LLD 14.0.6');
  const path = answering('ld.lld-19', 'lld-19');
  expect(await observeTool('ld.lld', programPath(env.PATH), testRunner(env))).toMatchObject({
    path,
    version: '19.1.7',
  });
});

test('a tool may go by another name', async () => {
  const { answering, env } = pretendMachine();
  answering('qemu-system-x86_64', 'qemu-7.2');
  const path = programPath(env.PATH);
  expect(await observeTool('qemu', path, testRunner(env), 'qemu-system-x86_64')).toMatchObject({ version: '7.2.22' });
});
