import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { observeBusybox } from '../../src/observe/busybox.ts';
import { programPath } from '../../src/observe/path.ts';
import { elfFile } from './elf-file.ts';
import { pretendMachine, testRunner } from './pretend-machine.ts';

test('busybox tells its version when it is called without arguments', async () => {
  const { answering, env } = pretendMachine();
  const path = answering('busybox', 'busybox-1.35');
  expect(await observeBusybox(programPath(env.PATH), testRunner(env))).toEqual({
    path,
    outcome: 'ok',
    version: '1.35.0',
    line: 'BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.',
    static: false,
  });
});

test('a program with a dynamic loader is not static', async () => {
  const { env, bin } = pretendMachine();
  copyFileSync('/bin/true', `${bin}/busybox`);
  expect(await observeBusybox(programPath(env.PATH), testRunner(env))).toMatchObject({
    outcome: 'garbage',
    static: false,
  });
});

test('a program without a dynamic loader is static', async () => {
  const { env, file } = pretendMachine();
  file('bin/busybox', elfFile({ wide: true, little: true, machine: 0x7777, interpreter: false }), 0o755);
  expect(await observeBusybox(programPath(env.PATH), testRunner(env))).toMatchObject({
    outcome: 'not-runnable',
    static: true,
  });
});

test('a missing busybox is null', async () => {
  const { env } = pretendMachine();
  expect(await observeBusybox(programPath(env.PATH), testRunner(env))).toBeNull();
});
