import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import templates from 'virtual:templates';
import { beforeEach, expect, test } from 'vitest';
import { busyboxFolders, busyboxNames } from '../../src/knowledge/distributions/busybox.ts';
import type { Answers } from '../../src/scaffold/answers.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { needPrograms } from '../programs.ts';
import { temporaryFolder } from '../write/folders.ts';

// Which busybox a module's script takes. Folders of the system are replaced by ones of the test.

needPrograms('readelf');

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

function program(path: string, shared: boolean): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  if (shared) copyFileSync('/bin/true', file);
  else writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

function found(env: Record<string, string> = {}) {
  const answers: Answers = {
    ...{ name: 'sample', description: 'x', author: 'y', licence: 'GPL-2.0' },
    ...{ flavour: 'freestanding', kind: 'hello', withC: false },
  };
  const model = toModel(answers, { version: '0', kernelRelease: null });
  const folders = busyboxFolders.map((name) => join(folder, name)).join(':');
  const script = templates.get('common/scripts/busybox.sh')?.({ ...model, busybox: { ...model.busybox, folders } });
  const PATH = `${join(folder, 'one two')}:${join(folder, 'bin')}`;
  // readelf and grep are the machine's own, and its folders are no place to look for busybox.
  const text = (script ?? '').replace(/folders=\$\{PATH:-\}:/, `folders='${PATH}':`);
  return spawnSync('sh', ['-c', text, 'busybox.sh'], { encoding: 'utf8', env: { PATH: '/usr/bin:/bin', ...env } });
}

test.each(busyboxNames)('a static one called %s is taken before one that needs libraries', (name) => {
  program('one two/busybox', true);
  const file = program(`bin/${name}`, false);
  expect(found()).toMatchObject({ stdout: `${file}\n`, status: 0 });
});

test('a static one is found in a folder that PATH lacks', () => {
  const file = program('usr/sbin/busybox', false);
  expect(found()).toMatchObject({ stdout: `${file}\n`, status: 0 });
});

test('one that needs libraries is refused by its path, and none by what to install', () => {
  expect(found()).toMatchObject({ stdout: '', status: 1, stderr: expect.stringContaining('busybox-static') });
  const file = program('bin/busybox', true);
  expect(found().stderr).toContain(`${file} needs shared libraries`);
});
