import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { movingLine } from '../../../src/cli/terminal/moving-line.ts';

afterEach(() => vi.unstubAllEnvs());

/** What a stream of so many columns was given; none for a stream that is no terminal. */
function shown(columns: number | undefined, ...texts: (string | null)[]): string | undefined {
  const stream = Object.assign(new PassThrough(), { isTTY: columns !== undefined, columns });
  const move = movingLine(stream as unknown as NodeJS.WriteStream);
  for (const text of texts) move?.(text);
  return move && String(stream.read());
}

test('each text takes the place of the one before, and null leaves an empty line', () => {
  vi.stubEnv('TERM', 'xterm');
  expect(shown(80, 'one', 'two', null)).toBe('\r\u001b[Kone\r\u001b[Ktwo\r\u001b[K');
});

test('a text that is longer than the terminal is wide is cut, lest it leave lines behind', () => {
  vi.stubEnv('TERM', 'xterm');
  expect(shown(10, 'a line that is too long')).toBe('\r\u001b[Ka line th');
});

test('nothing moves where there is no terminal, or one that cannot', () => {
  vi.stubEnv('TERM', 'xterm');
  expect(shown(undefined, 'one')).toBeUndefined();
  vi.stubEnv('TERM', 'dumb');
  expect(shown(80, 'one')).toBeUndefined();
});
