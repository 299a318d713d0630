import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { needPrograms } from '../programs.ts';
import { temporaryFolder } from '../write/folders.ts';

// Which readelf looks at a module. What is in real ones is the lab's.

needPrograms('make');

const script = resolve('templates/common/scripts/check-got.sh');
let folder: string;
const inside = (...path: string[]) => join(folder, ...path);

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(inside('bin'));
  writeFileSync(inside('hello.ko'), '');
});

function pretend(name: string, relocation: string): void {
  const line = `000000000000  000000000001 ${relocation} 0000000000000000 word - 4`;
  writeFileSync(inside('bin', name), `#!/bin/sh\necho '${line}'\n`, { mode: 0o755 });
}

function check(environment: Record<string, string>) {
  const env = { PATH: `${inside('bin')}:/usr/bin:/bin`, ...environment };
  return spawnSync('sh', [script, inside('hello.ko')], { encoding: 'utf8', env });
}

test('the one of the cross tools is taken where it is here', () => {
  pretend('readelf', 'R_AARCH64_CALL26');
  pretend('other-readelf', 'R_AARCH64_LD64_GOT_LO12_NC');
  const { status, stderr } = check({ CROSS_COMPILE: 'other-' });
  expect(stderr).toContain('R_AARCH64_LD64_GOT_LO12_NC word');
  expect(status).toBe(1);
  expect(existsSync(inside('hello.ko'))).toBe(false);
});

test("the machine's own is taken where LLVM has built without them", () => {
  pretend('readelf', 'R_AARCH64_CALL26');
  const { status, stderr } = check({ CROSS_COMPILE: 'other-' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(existsSync(inside('hello.ko'))).toBe(true);
});

test('make check looks with the same tools as make', () => {
  const words = [
    '-n',
    '-o',
    'modules',
    '--no-print-directory',
    '-C',
    resolve('examples/freestanding/hello'),
    'check',
    'CROSS_COMPILE=other-',
  ];
  const { stdout, stderr } = spawnSync('make', words, { encoding: 'utf8', cwd: folder });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/CROSS_COMPILE='other-' +sh scripts\/check\.sh\n$/);
});
