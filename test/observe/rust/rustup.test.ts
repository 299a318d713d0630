import { copyFileSync, linkSync } from 'node:fs';
import { machine } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { isShim, rustupToolchains } from '../../../src/observe/rust/rustup.ts';
import { pretendMachine } from '../pretend-machine.ts';

const shimAt = (path: string) => {
  const program = programPath('').first(path);
  if (program === null) throw new Error(`${path} was not written`);
  return isShim(program);
};

test('a link to rustup, a hard link and a copy beside it are shims', () => {
  const { script, link, bin } = pretendMachine();
  const rustup = script('rustup', 'exit 1');
  link('bin/rustc', 'rustup');
  linkSync(rustup, join(bin, 'rustc-hard'));
  copyFileSync(rustup, join(bin, 'rustc-copy'));
  expect(['rustc', 'rustc-hard', 'rustc-copy'].map((name) => shimAt(join(bin, name)))).toEqual([true, true, true]);
});

test('a compiler beside rustup is no shim, and neither is one without', () => {
  const { script, bin } = pretendMachine();
  script('rustc', 'echo rustc 1.85.1');
  expect(shimAt(join(bin, 'rustc'))).toBe(false);
  script('rustup', 'exit 1');
  expect(shimAt(join(bin, 'rustc'))).toBe(false);
});

function toolchains(settings: string) {
  const pretend = pretendMachine();
  const stable = `stable-${machine()}-unknown-linux-gnu`;
  for (const name of ['1.85.1', '1.100.0', stable, 'nightly'])
    pretend.script(`home/.rustup/toolchains/${name}/bin/rustc`);
  pretend.folder('home/.rustup/toolchains/empty');
  pretend.file('home/.rustup/toolchains/file');
  pretend.file('home/.rustup/settings.toml', settings);
  const path = (name: string) => join(pretend.root, 'home/.rustup/toolchains', name, 'bin/rustc');
  return { ...pretend, path, stable };
}

test("the default toolchain of rustup's settings comes first, then versions from the newest, then channels", () => {
  const { env, path, stable } = toolchains('version = "12"\ndefault_toolchain = "nightly"\nprofile = "default"\n');
  const { chosen, all } = rustupToolchains(env);
  expect(chosen?.path).toBe(path('nightly'));
  expect(all.map((rustc) => rustc.path)).toEqual(['nightly', '1.100.0', '1.85.1', stable].map(path));
});

test('a short name means the toolchain for this machine', () => {
  const { env, path, stable } = toolchains('default_toolchain = "stable"\n');
  expect(rustupToolchains(env).chosen?.path).toBe(path(stable));
});

test('RUSTUP_TOOLCHAIN, a name or a folder, goes before the settings', () => {
  const { env, path } = toolchains('default_toolchain = "stable"\n');
  expect(rustupToolchains({ ...env, RUSTUP_TOOLCHAIN: '1.85.1' }).chosen?.path).toBe(path('1.85.1'));
  const folder = path('nightly').replace('/bin/rustc', '');
  expect(rustupToolchains({ ...env, RUSTUP_TOOLCHAIN: folder }).chosen?.path).toBe(path('nightly'));
});

test.each(['', 'default_toolchain = "beta"\n', 'default_toolchain = ', '\0\xff'])(
  'settings %j choose none',
  (settings) => {
    const { env } = toolchains(settings);
    const { chosen, all } = rustupToolchains(env);
    expect(chosen).toBeNull();
    expect(all).toHaveLength(4);
  },
);

test("RUSTUP_HOME goes before the home's folder, and without either there are no toolchains", () => {
  const { root, env } = toolchains('default_toolchain = "stable"\n');
  expect(rustupToolchains({ RUSTUP_HOME: join(root, 'home/.rustup') }).all).toHaveLength(4);
  expect(rustupToolchains({ ...env, RUSTUP_HOME: '/nowhere' })).toEqual({ chosen: null, all: [] });
  expect(rustupToolchains({})).toEqual({ chosen: null, all: [] });
});
