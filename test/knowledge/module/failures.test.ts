import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { adviceFor } from '../../../src/knowledge/module/failures/failure.ts';
import { knownFailures } from '../../../src/knowledge/module/failures.ts';
import { explained } from '../../explain/explained.ts';

/** What tools really said, a folder for each row: as it was met, or as the row's source quotes it. */
const folder = join(import.meta.dirname, '../../explain/samples');

const samples = readdirSync(folder).flatMap((id) =>
  readdirSync(join(folder, id)).map((name) => ({ id, name, file: join(folder, id, name) })),
);

/** As `grep` does it: line by line. */
function matches(pattern: string, text: string): boolean {
  const expression = new RegExp(pattern);
  return text.split('\n').some((line) => expression.test(line));
}

describe.each(samples)('$id, $name', ({ id, file }) => {
  const row = knownFailures.find((known) => known.id === id);
  it.each(row?.flavours ?? [])('is known by its own row and by no other in %s', (flavour) => {
    expect(explained(flavour, readFileSync(file, 'utf8'))).toEqual([id]);
  });
});

it.each(knownFailures)('grep finds $id in the same samples', ({ pattern }) => {
  const argv = ['-lE', '-e', pattern, ...samples.map(({ file }) => file)];
  const files = execFileSync('grep', argv, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  const expected = samples.filter(({ file }) => matches(pattern, readFileSync(file, 'latin1')));
  expect(files.trim().split('\n')).toEqual(expected.map(({ file }) => file));
});

test('every row has a sample', () => {
  expect([...new Set(samples.map(({ id }) => id))].sort()).toEqual(knownFailures.map(({ id }) => id).sort());
});

test('a pattern, a cause and a remedy are one line each, and sentences end', () => {
  for (const { id, flavours, pattern, cause, remedy, misleading = '.' } of knownFailures) {
    const sentences = flavours.flatMap((flavour) => [adviceFor(flavour, cause), adviceFor(flavour, remedy)]);
    for (const text of [pattern, ...sentences, misleading]) expect(text, id).toMatch(/^[^\n\t]+$/);
    for (const sentence of [...sentences, misleading]) expect(sentence, id).toMatch(/[.]$/);
  }
});

test('no pattern needs more than one look at each character', () => {
  for (const { id, pattern } of knownFailures) {
    expect(pattern, id).not.toMatch(/\\[0-9]/);
    // A repetition of a repetition.
    expect(pattern, id).not.toMatch(/[*+][^()]*\)[*+]/);
  }
});

test('ids are unique', () => {
  const ids = knownFailures.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

describe('what rustc calls where a processor cannot calculate by itself', () => {
  // The undefined symbols of one object for each freestanding target, with every operation and conversion of f16, f32, f64,
  // f128, i64 and i128 in it, by rustc 1.85.1, 1.96.0 and 1.97.1; without those that kernels have.
  const names = {
    'floating-point':
      '__adddf3 __addkf3 __addsf3 __addtf3 __aeabi_d2f __aeabi_d2h __aeabi_d2iz __aeabi_d2lz __aeabi_d2uiz __aeabi_d2ulz __aeabi_dadd __aeabi_dcmpeq __aeabi_dcmpge __aeabi_dcmpgt __aeabi_dcmple __aeabi_dcmplt __aeabi_dcmpun __aeabi_ddiv __aeabi_dmul __aeabi_dsub __aeabi_f2d __aeabi_f2iz __aeabi_f2ulz __aeabi_fadd __aeabi_fcmpeq __aeabi_fcmpge __aeabi_fcmpgt __aeabi_fcmplt __aeabi_fcmpun __aeabi_fdiv __aeabi_fmul __aeabi_fsub __aeabi_i2d __aeabi_i2f __aeabi_l2d __aeabi_ui2d __aeabi_ul2d __aeabi_ul2f __divdf3 __divsf3 __eqdf2 __eqsf2 __extenddfkf2 __extenddftf2 __extendhfsf2 __extendsfdf2 __fixdfdi __fixdfsi __fixdfti __fixkfdi __fixsfdi __fixsfsi __fixtfdi __fixunsdfdi __fixunsdfsi __fixunsdfti __fixunssfdi __fixunssfti __floatdidf __floatsidf __floatsisf __floattidf __floattisf __floatundidf __floatundisf __floatunsidf __floatuntidf __gedf2 __gekf2 __gesf2 __getf2 __gnu_f2h_ieee __gnu_h2f_ieee __gtdf2 __gtkf2 __gtsf2 __gttf2 __ledf2 __ltdf2 __ltkf2 __ltsf2 __lttf2 __muldf3 __mulsf3 __nedf2 __subdf3 __subsf3 __truncdfhf2 __truncdfsf2 __truncsfhf2 __unorddf2 __unordkf2 __unordsf2 __unordtf2 fmax fmaxf fmaximum_num fmaximum_numf fmin fminf fminimum_num fminimum_numf fmod fmodf fmodf128 fmodl',
    'wide-division':
      '__aeabi_ldivmod __aeabi_uldivmod __ashlti3 __ashrti3 __divdi3 __divti3 __lshrti3 __moddi3 __modti3 __muloti4 __udivdi3 __udivti3 __umoddi3 __umodti3',
  };
  const wordings = [
    (name: string) => `ERROR: modpost: "${name}" [/home/user/hello/hello.ko] undefined!`,
    (name: string) => `ERROR: modpost: hello.ko: symbol '${name}' undefined!`,
  ];

  it.each(Object.entries(names))('belongs to %s', (id, list) => {
    for (const name of list.split(' ')) {
      for (const wording of wordings) {
        expect(explained('freestanding', wording(name)), name).toEqual([id]);
      }
    }
  });

  it.each(['kmalloc_fmt', 'fmt', 'fmax_device_init', '__float_register', 'drm_fmodf', '__aeabi_memcpy'])(
    'has nothing to do with %s',
    (name) => {
      const rows = knownFailures.filter(({ id }) => id in names);
      for (const wording of wordings) expect(rows.filter(({ pattern }) => matches(pattern, wording(name)))).toEqual([]);
    },
  );
});
