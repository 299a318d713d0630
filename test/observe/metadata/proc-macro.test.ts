import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProcMacro } from '../../../src/observe/metadata/proc-macro.ts';
import { pretendMachine } from '../pretend-machine.ts';
import { sharedLibrary } from '../shared-library.ts';

const metadata = readFileSync(join(import.meta.dirname, '../fixtures/crates-1.85.1/libbuild_error.rmeta'));
const rustc = 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)';
const comment = 'GCC: (Debian 14.2.0-19) 14.2.0\0rustc version 1.84.0 (9fc6b4312 2025-01-07)\0';

const read = (library: Buffer) => readProcMacro(pretendMachine().file('libmacros.so', library), 'libmacros.so');

test.each([
  { wide: true, little: true },
  { wide: true, little: false },
  { wide: false, little: true },
  { wide: false, little: false },
])('processor, rustc and hash are read in every layout: %o', (layout) => {
  const macro = read(sharedLibrary({ ...layout, machine: 22, metadata, comment }));
  expect(macro.fact).toEqual({ name: 'libmacros.so', machine: 22, whole: true, rustc });
  expect(macro.metadata).toMatchObject({ whole: true, root: { target: 'target', name: 'build_error' } });
});

test('where the metadata is in no known layout, the comment names the rustc', () => {
  const compressed = Buffer.concat([metadata.subarray(0, 8), Buffer.alloc(400, 0xa7)]);
  expect(read(sharedLibrary({ machine: 62, metadata: compressed, comment })).fact.rustc).toBe(
    'rustc 1.84.0 (9fc6b4312 2025-01-07)',
  );
  expect(read(sharedLibrary({ machine: 62, comment })).fact.rustc).toBe('rustc 1.84.0 (9fc6b4312 2025-01-07)');
  expect(read(sharedLibrary({ machine: 62, comment: 'GCC: (Debian) 14' })).fact).toMatchObject({
    whole: true,
    rustc: null,
  });
});

test('a library that was cut off is not whole, wherever the cut is', () => {
  const whole = sharedLibrary({ machine: 62, metadata, comment });
  for (const length of [whole.length - 1, whole.length - 400, 64]) {
    expect(read(whole.subarray(0, length)).fact).toEqual({
      name: 'libmacros.so',
      machine: 62,
      whole: false,
      rustc: null,
    });
  }
});

test('other files have no machine, and no damage is too strange', () => {
  expect(read(Buffer.from('!<arch>\n')).fact).toMatchObject({ machine: null, whole: false, rustc: null });
  expect(readProcMacro('/nowhere', 'libmacros.so').fact).toMatchObject({ machine: null, whole: false });
  const whole = sharedLibrary({ machine: 62, metadata, comment });
  const machine = pretendMachine();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const damaged = Buffer.from(whole);
      damaged[at] = byte;
      expect(readProcMacro(machine.file('x.so', damaged), 'x.so').fact.rustc ?? 'rustc').toMatch(/^rustc[ -~]*$/);
    }),
  );
});
