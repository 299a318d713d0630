import { expect, test } from 'vitest';
import { type Row, tally } from '../../bench/comparison/tally.ts';

function row(works: boolean, answer: boolean | null): Row {
  return { name: 'a system', works, answers: { somebody: answer } };
}

test('everybody is counted by what they said and by what make then did', () => {
  const rows = [row(true, true), row(false, false), row(false, false), row(false, true), row(true, false)];
  expect(tally(rows, 'somebody')).toEqual({ ready: 1, caught: 2, missed: 1, falseAlarms: 1, silent: 0 });
});

test('who cannot be asked is neither right nor wrong', () => {
  const rows = [row(true, null), row(false, null)];
  expect(tally(rows, 'somebody')).toEqual({ ready: 0, caught: 0, missed: 0, falseAlarms: 0, silent: 2 });
});
