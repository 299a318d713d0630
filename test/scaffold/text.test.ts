import { expect, test } from 'vitest';
import { refuseText } from '../../src/scaffold/text.ts';
import { nasties } from './odd-texts.ts';

test.each(nasties.map((text) => [JSON.stringify(text), text]))('%s can be kept', (_, text) => {
  expect(refuseText('description', text)).toBeNull();
});

test.each([
  ['', 'The description is empty'],
  ['a\0b', 'holds a NUL'],
  ['a\ud800b', 'half of a UTF-16 pair'],
  ['\udc00', 'half of a UTF-16 pair'],
  ['x'.repeat(1001), '1001 bytes long; at most 1000'],
  ['é'.repeat(501), '1002 bytes long; at most 1000'],
])('%j is refused in one sentence', (text, reason) => {
  expect(refuseText('description', text)).toContain(reason);
  expect(refuseText('description', text)).toMatch(/^[^\p{Cc}\p{Cs}]+\.$/u);
});

test('a thousand bytes are taken', () => {
  expect(refuseText('author', 'é'.repeat(500))).toBeNull();
});
