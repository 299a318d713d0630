import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../write/folders.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');
const clipboard = '\u001b]52;c;ZXZpbA==\u0007';
const longest = 10_000;

function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, stdout: 'pipe' | number = 'pipe') {
  const { status, signal, ...out } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    env: { HOME: cwd, PATH: join(cwd, 'no-tools'), ...env },
    stdio: ['ignore', stdout, 'pipe'],
    timeout: longest,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
  });
  return { status, signal, stdout: out.stdout ?? '', stderr: out.stderr };
}

/** A prepared kernel tree as far as files tell. */
function tree(folder: string, config = ''): string {
  const files = {
    Makefile: 'obj:\n',
    'scripts/Makefile.build': '',
    'scripts/mod/modpost': '#!/bin/sh\n',
    'include/generated/autoconf.h': '',
    'include/generated/utsrelease.h': '#define UTS_RELEASE "7.3.4"\n',
    'include/config/auto.conf': `CONFIG_MODULES=y\nCONFIG_X86_64=y\nCONFIG_64BIT=y\n${config}`,
    'Module.symvers': '',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test.each([
  ['kdir', ['kdir', '--kdir', 'k', '--dry-run']],
  ['setup', ['setup', '--kdir', 'k', '--for', 'rust-for-linux', '--dry-run']],
  ['new --build', ['new', 'x', '--yes', '--build', '--flavour', 'rust-for-linux', '--kdir', 'k']],
  ['probe as text', ['probe', '--kdir', 'k', '--verbose']],
  ['probe as JSON', ['probe', '--kdir', 'k', '--format', 'json']],
  ['probe as Markdown', ['probe', '--kdir', 'k', '--format', 'markdown']],
  ['probe for GitHub', ['probe', '--kdir', 'k', '--format', 'github']],
  ['probe for JUnit', ['probe', '--kdir', 'k', '--format', 'junit']],
  ['configure', ['configure']],
  ['an unknown option', [`--${clipboard}`]],
])('%s shows no escape sequence out of a tree, a folder or the environment', (_, args) => {
  const parent = temporaryFolder();
  const folder = join(parent, `d${clipboard}\u202e`);
  mkdirSync(folder);
  const text = `"${clipboard}\u009b2J\u202erustc 1.85.0"`;
  tree(join(folder, 'k'), `CONFIG_RUST=y\nCONFIG_RUSTC_VERSION=108500\nCONFIG_RUSTC_VERSION_TEXT=${text}\n`);
  const { stdout, stderr } = run(folder, args, { PATH: join(folder, clipboard), LLVM: clipboard, ARCH: 'x86_64' });
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(stdout + stderr).not.toBe('');
});

test.each(['a named pipe', 'a device'])('configure does not wait for %s in the place of a manifest', (kind) => {
  const folder = temporaryFolder();
  const place = join(folder, '.kernel-rust-module.json');
  if (kind === 'a device') symlinkSync('/dev/zero', place);
  else execFileSync('mkfifo', [place]);
  expect(run(folder, ['configure'])).toMatchObject({ status: 2, signal: null });
});

test('the page of a GitHub job is not waited for where it is a pipe that nobody reads', () => {
  const folder = temporaryFolder();
  execFileSync('mkfifo', [join(folder, 's')]);
  const { status, stderr } = run(folder, ['probe', '--format', 'github'], { GITHUB_STEP_SUMMARY: join(folder, 's') });
  expect(status).toBe(1);
  expect(stderr).toContain('Cannot add to GITHUB_STEP_SUMMARY');
});

test('a full disk behind stdout is said in a sentence, and is no error of ours', () => {
  const { status, stderr } = run(temporaryFolder(), ['probe'], {}, openSync('/dev/full', 'w'));
  expect([status, stderr]).toEqual([
    1,
    'kernel-rust-module: Cannot write to "stdout": the disk is full. Make room and try again.\n',
  ]);
});

test('a current folder that is gone is said in a sentence', () => {
  const folder = temporaryFolder();
  const script = `mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@"`;
  const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, cli, 'new', 'x', '--yes'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toBe('kernel-rust-module: Cannot find the current folder: no such file or folder.\n');
});
