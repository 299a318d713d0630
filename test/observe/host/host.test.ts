import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { observeHost } from '../../../src/observe/host/host.ts';
import { programPath } from '../../../src/observe/run/path.ts';
import { pretendMachine } from '../pretend-machine.ts';

test('machine, release and user are those that uname and id tell', () => {
  const { env, root } = pretendMachine();
  const host = observeHost(env, programPath(env.PATH), [], 'amd64', root);
  const says = (...[program, ...args]: [string, ...string[]]) =>
    execFileSync(program, args, { encoding: 'utf8' }).trim();
  expect(host.machine).toBe(says('uname', '-m'));
  expect(host.kernelRelease).toBe(says('uname', '-r'));
  expect(host.user).toEqual({ root: says('id', '-u') === '0', sudo: null });
  expect(host.distribution).toBeNull();
});

test('sudo counts when it may be executed, and doas in its place', () => {
  const { env, root, script, file } = pretendMachine();
  file('bin/sudo');
  expect(observeHost(env, programPath(env.PATH), [], 'amd64', root).user.sudo).toBeNull();
  const doas = script('doas');
  expect(observeHost(env, programPath(env.PATH), [], 'amd64', root).user.sudo).toBe(doas);
  const sudo = script('sudo');
  expect(observeHost(env, programPath(env.PATH), [], 'amd64', root).user.sudo).toBe(sudo);
});

test("installed packages are those that dpkg keeps a list of, in the asked order, the architecture's own among them", () => {
  const { env, root, file } = pretendMachine();
  for (const list of ['make.list', 'libc6:amd64.list', 'gcc-12.md5sums', 'zstd:arm64.list', 'bc.list']) {
    file(`var/lib/dpkg/info/${list}`);
  }
  const asked = ['bc', 'gcc-12', 'libc6', 'zstd', 'make', 'rustc'];
  expect(observeHost(env, programPath(env.PATH), asked, 'amd64', root).packages).toEqual(['bc', 'libc6', 'make']);
});

test('the cache lies in the home unless XDG_CACHE_HOME is an absolute folder, and core alone is measured', () => {
  const { env, root, file } = pretendMachine();
  const cacheOf = (extra: NodeJS.ProcessEnv) =>
    observeHost({ ...env, ...extra }, programPath(env.PATH), [], 'amd64', root).cache;
  file('home/.cache/kernel-rust-module/core/a/libcore.rmeta', 'x'.repeat(1000));
  file('home/.cache/kernel-rust-module/core/b/deep/libcore.rmeta', 'x'.repeat(234));
  file('home/.cache/kernel-rust-module/kernels/6.1/vmlinuz', 'x'.repeat(5000));
  const own = { dir: join(root, 'home/.cache/kernel-rust-module'), bytes: 1234 };
  expect(cacheOf({})).toEqual(own);
  expect(cacheOf({ XDG_CACHE_HOME: 'relative' })).toEqual(own);
  expect(cacheOf({ XDG_CACHE_HOME: join(root, 'xdg') })).toEqual({
    dir: join(root, 'xdg/kernel-rust-module'),
    bytes: 0,
  });
  expect(cacheOf({ HOME: undefined })).toEqual({ dir: null, bytes: 0 });
});

test('folders for temporary files are those of TMPDIR, by its whole path, and the usual one', () => {
  const { env, root, file } = pretendMachine();
  file('var/tmp/one');
  const seen = (TMPDIR: string) =>
    observeHost({ ...env, TMPDIR }, programPath(env.PATH), [], 'amd64', root).temporary?.map(({ dir, usable }) => [
      dir.replace(root, ''),
      usable,
    ]);
  expect(seen('')).toEqual([['/tmp', false]]);
  file('tmp/one');
  expect(seen('')).toEqual([['/tmp', true]]);
  expect(seen(join(root, 'var/tmp'))).toEqual([
    ['/var/tmp', true],
    ['/tmp', true],
  ]);
  for (const useless of [join(root, 'var/tmp/one'), join(root, 'nowhere')]) expect(seen(useless)?.[0]?.[1]).toBe(false);
  expect(seen('.')).toEqual([
    ['.', false],
    ['/tmp', true],
  ]);
});
