import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseElf } from '../../../src/observe/elf/header.ts';
import { elfFile } from '../elf-file.ts';

test('the program that runs this test is an ELF file for this processor, with a dynamic loader', () => {
  const program = parseElf(readFileSync(process.execPath).subarray(0, 4096));
  expect(program?.interpreter).toBe(true);
  if (process.arch === 'x64') expect(program?.machine).toBe(62);
});

test.each([
  { wide: true, little: true },
  { wide: true, little: false },
  { wide: false, little: true },
  { wide: false, little: false },
])('processor and loader are read in every layout: %o', (layout) => {
  expect(parseElf(elfFile({ ...layout, machine: 22, interpreter: true }))).toEqual({ machine: 22, interpreter: true });
  expect(parseElf(elfFile({ ...layout, machine: 22, interpreter: false }))).toEqual({
    machine: 22,
    interpreter: false,
  });
});

test('other files are no ELF files, and no content is too strange', () => {
  expect(parseElf(Buffer.from('#!/bin/sh\n'))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      parseElf(Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), bytes]));
    }),
  );
});
