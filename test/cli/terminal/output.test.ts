import { expect, test, vi } from 'vitest';
import { print, printColoured, say } from '../../../src/cli/terminal/output.ts';
import { painter } from '../../../src/report/plain/colour.ts';

function written(stream: 'stdout' | 'stderr', work: () => void): string {
  const write = vi.spyOn(process[stream], 'write').mockReturnValue(true);
  try {
    work();
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

const clipboard = '\u001b]52;c;ZXZpbA==\u0007';

test('nothing that a terminal would obey goes out with a result or a message', () => {
  expect(written('stdout', () => print(`a${clipboard}\n`))).toBe('a\\u{1b}]52;c;ZXZpbA==\\u{7}\n');
  expect(written('stderr', () => say(`a${clipboard}\u202e`))).toBe('a\\u{1b}]52;c;ZXZpbA==\\u{7}\\u{202e}\n');
});

test('of a coloured report the colours stay', () => {
  const paint = painter(true);
  const text = `${paint('red', `FAIL${clipboard}`)} ${paint('bold', 'x')}\n`;
  expect(written('stdout', () => printColoured(text))).toBe(text.replace(clipboard, '\\u{1b}]52;c;ZXZpbA==\\u{7}'));
});
