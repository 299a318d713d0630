import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../write/folders.ts';

// How packages of another architecture are asked for. What apt answers is the lab's.

const script = resolve('templates/common/scripts/debian-package.sh');
let folder: string;
const inside = (...path: string[]) => join(folder, ...path);

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(inside('bin'));
  pretend('dpkg', 'echo amd64');
  pretend('dpkg-deb', 'mkdir -p "$3" && echo "$2" >"$3/unpacked"');
  pretend('apt-cache', '[ -e "$PRETEND/known" ] || exit 100');
  pretend(
    'apt-get',
    `while [ "$1" = -o ]; do echo "$2" >>"$PRETEND/options"; shift 2; done
echo "$@" >>"$PRETEND/asked"
case "$*" in
*update) touch "$PRETEND/known" ;;
*) [ ! -e "$PRETEND/gone" ] || { echo "E: 404  Not Found" >&2; exit 100; }; touch package.deb ;;
esac`,
  );
});

function pretend(name: string, text: string): void {
  writeFileSync(inside('bin', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

function unpack(architecture: string, ...packages: string[]) {
  return unpackWith(inside('cache'), architecture, ...packages);
}

function unpackWith(XDG_CACHE_HOME: string, architecture: string, ...packages: string[]) {
  return spawnSync('sh', [script, architecture, inside('made'), ...packages], {
    encoding: 'utf8',
    env: { PATH: `${inside('bin')}:/usr/bin:/bin`, PRETEND: folder, XDG_CACHE_HOME },
  });
}

test('another architecture has lists of its own, which are read when they are needed', () => {
  expect(unpack('arm64', 'one').status).toBe(0);
  expect(readFileSync(inside('asked'), 'utf8')).toBe('-qq update\n-qq download one:arm64\n');
  const settings = readFileSync(inside('options'), 'utf8');
  expect(settings).toContain('APT::Architecture=arm64\n');
  expect(settings).toContain(`Dir::State=${inside('cache', 'kernel-rust-module', 'foreign', 'apt')}\n`);
  expect(settings).not.toMatch(/allow|trusted|check/i);
  expect(existsSync(inside('made', 'unpacked'))).toBe(true);
  expect(unpack('arm64', 'two').status).toBe(0);
  expect(readFileSync(inside('asked'), 'utf8')).toMatch(/\n-qq download two:arm64\n$/);
  expect(readFileSync(inside('asked'), 'utf8').match(/update/g)).toHaveLength(1);
});

test("this machine's own architecture goes by the system's lists, which are left alone", () => {
  writeFileSync(inside('known'), '');
  expect(unpack('native', 'one').status).toBe(0);
  expect(readFileSync(inside('asked'), 'utf8')).toBe('-qq download one:amd64\n');
  expect(existsSync(inside('options'))).toBe(false);
  expect(existsSync(inside('cache'))).toBe(false);
});

test('a package that no list has is named', () => {
  pretend('apt-cache', 'exit 100');
  const { status, stderr } = unpack('riscv64', 'linux-binary-1', 'linux-image-1');
  expect(stderr).toContain(
    'error: apt knows no package of linux-binary-1 linux-image-1 for riscv64: run apt-get update',
  );
  expect(status).toBe(1);
  expect(existsSync(inside('made'))).toBe(false);
});

test('what apt says of a failed download is passed on, after a look at newer lists', () => {
  writeFileSync(inside('known'), '');
  writeFileSync(inside('gone'), '');
  const { status, stderr } = unpack('s390x', 'one');
  expect(stderr).toContain('error: one for s390x could not be downloaded: E: 404  Not Found\n');
  expect(readFileSync(inside('asked'), 'utf8')).toBe('-qq download one:s390x\n-qq update\n-qq download one:s390x\n');
  expect(status).toBe(1);
});

test('nothing in the path of the cache is a setting of apt', () => {
  const odd = `${inside('x')}"; APT::Update::Pre-Invoke { "touch ${inside('canary')}"; }; //`;
  expect(unpackWith(odd, 'arm64', 'one').status).toBe(0);
  expect(readFileSync(inside('options'), 'utf8')).toContain(`\nDir::State=${odd}/kernel-rust-module/foreign/apt\n`);
});
