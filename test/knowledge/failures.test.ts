import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { knownFailures } from '../../src/knowledge/failures.ts';

/** What tools really said, a folder for each row: as it was met, or as the row's source quotes it. */
const folder = join(import.meta.dirname, '..', 'explain', 'samples');

const samples = readdirSync(folder).flatMap((id) =>
  readdirSync(join(folder, id)).map((name) => ({ id, name, file: join(folder, id, name) })),
);

/** As `grep` does it: line by line. */
function matches(pattern: string, text: string): boolean {
  const expression = new RegExp(pattern);
  return text.split('\n').some((line) => expression.test(line));
}

describe.each(samples)('$id, $name', ({ id, file }) => {
  it('is known by its own row and by no other', () => {
    const text = readFileSync(file, 'utf8');
    expect(knownFailures.filter(({ pattern }) => matches(pattern, text)).map((row) => row.id)).toEqual([id]);
  });
});

it.each(knownFailures)('grep finds $id in the same samples', ({ id, pattern }) => {
  const argv = ['-lE', '-e', pattern, ...samples.map(({ file }) => file)];
  const files = execFileSync('grep', argv, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  expect(files.trim().split('\n')).toEqual(samples.filter((sample) => sample.id === id).map(({ file }) => file));
});

test('every row has a sample', () => {
  expect([...new Set(samples.map(({ id }) => id))].sort()).toEqual(knownFailures.map(({ id }) => id).sort());
});

test('a pattern, a cause and a remedy are one line each, and sentences end', () => {
  for (const { id, pattern, cause, remedy, misleading } of knownFailures) {
    for (const text of [pattern, cause, remedy, misleading ?? '']) expect(text, id).not.toMatch(/\n/);
    for (const sentence of [cause, remedy, misleading ?? '.']) expect(sentence, id).toMatch(/[.]$/);
  }
});
