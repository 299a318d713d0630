import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Flavour, flavours } from '../../src/assessment.ts';
import { type KnownFailure, knownFailures } from '../../src/knowledge/failures.ts';
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
function words({ cause, remedy, misleading }: KnownFailure): string {
  const note = misleading === null ? '' : `  Note:   ${misleading}\n`;
  return `\nThis failure is known.\n  Cause:  ${cause}\n  Remedy: ${remedy}\n${note}`;
}

/** All that is sampled of a failure. */
function sampled({ id }: KnownFailure): string {
  const names = readdirSync(join(samples, id));
  return names.map((name) => readFileSync(join(samples, id, name), 'utf8')).join('');
}

describe.each(flavours)('explain.sh of %s', (flavour) => {
  const known = knownFailures.filter((row) => row.flavours.includes(flavour));

  it.each(known)('says cause and remedy of $id, once', (row) => {
    expect(explain(flavour, sampled(row))).toBe(words(row));
  });

  it('says three of many, the most telling first, in whatever order they came', () => {
    const log = [...known].reverse().map(sampled).join('');
    expect(explain(flavour, log)).toBe(known.slice(0, 3).map(words).join(''));
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
  expect(row && explain('rust-for-linux', `\0\xff\n${sampled(row)}`)).toBe(row && words(row));
});
