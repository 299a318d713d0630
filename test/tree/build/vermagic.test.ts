import { expect, test } from 'vitest';
import { parseVermagic } from '../../../src/tree/build/vermagic.ts';

test('the literals at the end of what the preprocessor says become one text', () => {
  const said = 'typedef int cat;\n\n"7.3.4+deb13-amd64" " " "SMP " "preempt " "mod_unload " "" "" "" ""\n';
  expect(parseVermagic(said)).toBe('7.3.4+deb13-amd64 SMP preempt mod_unload ');
});

test('a name that the preprocessor did not know is none', () => {
  expect(parseVermagic('VERMAGIC_STRING\n')).toBeNull();
  expect(parseVermagic('')).toBeNull();
});
