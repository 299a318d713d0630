import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flavour, flavours } from '../../src/assessment.ts';
import { adviceFor, type KnownFailure } from '../../src/knowledge/failures/failure.ts';
import { knownFailures } from '../../src/knowledge/failures.ts';
import { explained } from './explained.ts';
import { writeScripts } from './scripts.ts';

const samples = join(import.meta.dirname, 'samples');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'explain-'));
  for (const flavour of flavours) writeScripts(join(folder, flavour), flavour);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a scaffolded module of a flavour says of a log. */
function explain(flavour: Flavour, log: string): string {
  const file = join(folder, 'log');
  writeFileSync(file, log);
  return execFileSync('sh', [join(folder, flavour, 'scripts/explain.sh'), file], { encoding: 'utf8' });
}

/** What it says of one failure. */
function words(flavour: Flavour, { cause, remedy, misleading }: KnownFailure): string {
  const note = misleading === undefined ? '' : `  Note:   ${misleading}\n`;
  return `\nThis failure is known.\n  Cause:  ${adviceFor(flavour, cause)}\n  Remedy: ${adviceFor(flavour, remedy)}\n${note}`;
}

/** All that is sampled of a failure. */
function sampled({ id }: KnownFailure): string {
  const names = readdirSync(join(samples, id));
  return names.map((name) => readFileSync(join(samples, id, name), 'utf8')).join('');
}

describe.each(flavours)('explain.sh of %s', (flavour) => {
  const known = knownFailures.filter((row) => row.flavours.includes(flavour));

  it.each(known)('says cause and remedy of $id, once', (row) => {
    expect(explain(flavour, sampled(row))).toBe(words(flavour, row));
  });

  it('says three of many, in the order of the log', () => {
    const log = [...known].reverse().map(sampled).join('');
    const ids = explained(flavour, log);
    expect(ids).toEqual(
      known
        .slice(-3)
        .reverse()
        .map(({ id }) => id),
    );
    const rows = ids.flatMap((id) => known.find((row) => row.id === id) ?? []);
    expect(explain(flavour, log)).toBe(rows.map((row) => words(flavour, row)).join(''));
  });

  it('says nothing of what it does not know, nor of an empty log', () => {
    expect(
      explain(flavour, 'error[E0308]: mismatched types\n --> hello.rs:5:5\nmake: *** [Makefile:33: modules] Error 2\n'),
    ).toBe('');
    expect(explain(flavour, '')).toBe('');
  });
});

it('reads a log with bytes that are no text', () => {
  const [row] = knownFailures.filter(({ id }) => id === 'core-missing');
  expect(row && explain('rust-for-linux', `\0\xff\n${sampled(row)}`)).toBe(row && words('rust-for-linux', row));
});
