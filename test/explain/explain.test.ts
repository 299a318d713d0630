import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adviceFor, type KnownFailure } from '../../src/knowledge/module/failures/failure.ts';
import { knownFailures } from '../../src/knowledge/module/failures.ts';
import { type Flavour, flavours } from '../../src/model/assessment.ts';
import { explained } from './explained.ts';
import { writeScripts } from './scripts.ts';

const samples = join(import.meta.dirname, 'samples');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'explain-'));
  for (const flavour of flavours) writeScripts(join(folder, flavour), flavour);
  for (const name of ['kernel-rust-module', 'npx']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, name), '#!/bin/sh\n', { mode: 0o755 });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a scaffolded module of a flavour says of a log, where a program is installed. */
function explain(flavour: Flavour, log: string, installed = 'kernel-rust-module'): string {
  const file = join(folder, 'log');
  writeFileSync(file, log);
  return execFileSync('sh', [join(folder, flavour, 'scripts/explain.sh'), file], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, installed)}:${process.env.PATH}` },
  });
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

  const rows = (ids: string[]) => ids.flatMap((id) => known.find((row) => row.id === id) ?? []);
  const some = known.filter((_, index) => index % 8 === 0);

  it.each(some)('says cause and remedy of $id, once', (row) => {
    expect(explain(flavour, sampled(row))).toBe(words(flavour, row));
  });

  it('says three of many, in the order of the log', () => {
    const log = [...known].reverse().map(sampled).join('');
    const ids = explained(flavour, log);
    expect(ids).toHaveLength(3);
    expect(explain(flavour, log)).toBe(
      rows(ids)
        .map((row) => words(flavour, row))
        .join(''),
    );
  });

  it('says nothing of what it does not know, nor of an empty log', () => {
    expect(
      explain(flavour, 'error[E0308]: mismatched types\n --> hello.rs:5:5\nmake: *** [Makefile:33: modules] Error 2\n'),
    ).toBe('');
    expect(explain(flavour, '')).toBe('');
  });
});

it('names commands by npx if they are not installed', () => {
  const log = 'error[E0514]: found crate `core` compiled by an incompatible version of rustc';
  expect(explain('rust-for-linux', log)).toContain('Remedy: Run kernel-rust-module configure, which');
  expect(explain('rust-for-linux', log, 'npx')).toContain(
    'Remedy: Run npx generator-kernel-rust-module configure, which',
  );
});

it('reads a log with bytes that are no text', () => {
  const [row] = knownFailures.filter(({ id }) => id === 'core-missing');
  expect(row && explain('rust-for-linux', `\0\xff\n${sampled(row)}`)).toBe(row && words('rust-for-linux', row));
});
