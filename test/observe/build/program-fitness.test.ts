import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { programInspector } from '../../../src/observe/build/program-fitness.ts';
import { elfFile } from '../elf-file.ts';
import { pretendMachine } from '../pretend-machine.ts';

const shell = readFileSync('/bin/sh').toString('latin1');
const [interpreter = ''] = /\/lib[\w/.-]*\/ld[\w/.-]*/.exec(shell) ?? [];

/** What is said of this machine's shell after a text in it was changed into another of the same length. */
function changed(
  from: string | RegExp,
  to: (found: string) => string,
): ReturnType<ReturnType<typeof programInspector>> {
  const program = pretendMachine().file('program', Buffer.from(shell.replace(from, to), 'latin1'), 0o755);
  return programInspector('/')(program);
}

it('finds nothing wrong with programs of this machine', () => {
  const inspect = programInspector('/');
  expect([process.execPath, '/bin/sh'].map(inspect)).toEqual([null, null]);
});

it('knows a version of the C library that is not here', () => {
  expect(changed(/GLIBC_2\.\d\d(?=\0)/, () => 'GLIBC_9.99')).toEqual({
    trouble: 'version',
    detail: 'GLIBC_9.99 of libc.so.6',
  });
});

it('knows a library that is not here', () => {
  expect(changed('libc.so.6', () => 'libz.so.0')).toEqual({ trouble: 'library', detail: 'libz.so.0' });
});

it('knows a dynamic loader that is not here', () => {
  const other = interpreter.replace(/^.lib/, '/lob');
  expect(changed(interpreter, () => other)).toEqual({ trouble: 'interpreter', detail: other });
});

it('knows a program for another processor, unless the kernel hands it to another program', () => {
  const machine = pretendMachine();
  const layout = { wide: true, little: true, machine: 21, interpreter: true };
  const program = machine.file('program', elfFile(layout), 0o755);
  const entry = (state: string, flags: string) =>
    `${state}\ninterpreter /usr/bin/qemu-x-static\nflags: ${flags}\noffset 0\nmagic 7f454c460201010000000000000000000000150000\nmask fffffffffffffc00fffffffffffffffffeff00\n`;
  const said = () => programInspector(machine.root)(program);
  const foreign = { trouble: 'machine', detail: '21' };
  expect(said()).toEqual(foreign);
  machine.file('proc/sys/fs/binfmt_misc/qemu-x', entry('disabled', 'F'));
  expect(said()).toEqual(foreign);
  machine.file('proc/sys/fs/binfmt_misc/qemu-x', entry('enabled', ''));
  expect(said()).toEqual(foreign);
  machine.file('proc/sys/fs/binfmt_misc/qemu-x', entry('enabled', 'OCF'));
  expect(said()).toBeNull();
  machine.file('proc/sys/fs/binfmt_misc/qemu-x', entry('enabled', ''));
  machine.file('usr/bin/qemu-x-static', 'x');
  expect(said()).toBeNull();
});

it('knows what is no program at all', () => {
  const machine = pretendMachine();
  machine.file('empty', '', 0o755);
  machine.file('plain', '#!/bin/sh\n', 0o644);
  machine.file('text', 'text\n', 0o755);
  machine.file('cut', Buffer.from(shell.slice(0, 40), 'latin1'), 0o755);
  machine.file('script', '#!/usr/bin/perl -w\n', 0o755);
  const inspect = programInspector(machine.root);
  const said = (name: string) => inspect(`${machine.root}/${name}`);
  expect(['none', 'empty', 'plain', 'text', 'cut', 'script'].map((name) => said(name)?.trouble)).toEqual([
    'missing',
    'empty',
    'not-executable',
    'no-program',
    'no-program',
    'interpreter',
  ]);
  machine.file('usr/bin/perl', 'x');
  expect(programInspector(machine.root)(`${machine.root}/script`)).toBeNull();
});

it('finds libraries as the loader does: where the program says, in LD_LIBRARY_PATH, in its cache', () => {
  const machine = pretendMachine();
  const program = machine.file('program', Buffer.from(shell, 'latin1'), 0o755);
  machine.file(interpreter.slice(1), 'x');
  const said = (path?: string) => programInspector(machine.root, path)(program);
  expect(said()).toEqual({ trouble: 'library', detail: 'libc.so.6' });
  const library = machine.file('opt/libc.so.6', 'x');
  expect(said(`${machine.root}/opt`)).toBeNull();
  machine.file('etc/ld.so.cache', `glibc-ld.so.cache1.1\0libc.so.6\0${library.slice(machine.root.length)}\0`);
  expect(said()).toBeNull();
});

it('ends with a file whose tables lead anywhere', () => {
  const machine = pretendMachine();
  for (let seed = 1; seed <= 300; seed++) {
    const bytes = Buffer.from(shell.slice(0, 8192), 'latin1');
    for (let at = 16; at < bytes.length; at += 1 + ((seed * at) % 97)) bytes[at] = (seed * 31 + at * 7) & 255;
    const program = machine.file(`program-${seed}`, bytes, 0o755);
    expect(() => programInspector('/')(program)).not.toThrow();
  }
});
