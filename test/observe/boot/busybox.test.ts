import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { busyboxNames } from '../../../src/knowledge/distributions/busybox.ts';
import { observeBusybox } from '../../../src/observe/boot/busybox.ts';
import { programPath } from '../../../src/observe/run/path.ts';
import { elfFile } from '../elf-file.ts';
import { pretendMachine, testRunner } from '../pretend-machine.ts';

test('busybox tells its version when it is called without arguments', async () => {
  const { answering, env, root } = pretendMachine();
  const path = answering('busybox', 'busybox-1.35');
  expect(await observeBusybox(programPath(env.PATH), testRunner(env), root)).toEqual({
    path,
    outcome: 'ok',
    version: '1.35.0',
    line: 'BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.',
    static: false,
  });
});

test('a program with a dynamic loader is not static', async () => {
  const { env, bin, root } = pretendMachine();
  copyFileSync('/bin/true', `${bin}/busybox`);
  expect(await observeBusybox(programPath(env.PATH), testRunner(env), root)).toMatchObject({
    outcome: 'garbage',
    static: false,
  });
});

test('a program without a dynamic loader is static', async () => {
  const { env, file, root } = pretendMachine();
  file('bin/busybox', elfFile({ wide: true, little: true, machine: 0x7777, interpreter: false }), 0o755);
  expect(await observeBusybox(programPath(env.PATH), testRunner(env), root)).toMatchObject({
    outcome: 'not-runnable',
    static: true,
  });
});

test.each([...busyboxNames, '../usr/sbin/busybox'])('a static one is taken under the name %s', async (name) => {
  const { env, bin, file, root } = pretendMachine();
  copyFileSync('/bin/true', `${bin}/busybox`);
  const path = file(
    join('bin', name),
    elfFile({ wide: true, little: true, machine: 0x7777, interpreter: false }),
    0o755,
  );
  expect(await observeBusybox(programPath(env.PATH), testRunner(env), root)).toMatchObject({ path, static: true });
});

test('a missing busybox is null', async () => {
  const { env, root } = pretendMachine();
  expect(await observeBusybox(programPath(env.PATH), testRunner(env), root)).toBeNull();
});
