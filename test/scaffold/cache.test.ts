import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { writeScripts } from '../explain/scripts.ts';
import { temporaryFolder } from '../write/folders.ts';

// The cache of a module's scripts: where it is, who may write to it, and what of it is used again. The compiler is
// pretended; that the real one's libraries are linked is the lab's.

let folder: string;
const inside = (...path: string[]) => join(folder, ...path);
const module = () => inside('module');

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(module());
  writeScripts(module(), 'freestanding');
  mkdirSync(inside('module/kernel'));
  writeFileSync(inside('module/kernel/compiler_builtins.rs'), '');
  mkdirSync(inside('library/core/src'), { recursive: true });
  mkdirSync(inside('library/alloc/src'), { recursive: true });
  writeFileSync(inside('library/core/src/lib.rs'), '#[stable(feature = "x", since = "1.85.0")]\n');
  for (const crate of ['core', 'alloc']) writeFileSync(inside('library', crate, 'Cargo.toml'), 'edition = "2021"\n');
  // It writes libNAME.rlib, as rustc does for --crate-name NAME --out-dir DIR.
  program(
    'rustc',
    'while [ $# -gt 0 ]; do case $1 in --crate-name) name=$2 ;; --out-dir) dir=$2 ;; esac; shift; done\necho "$name" >"$dir/lib$name.rlib"',
  );
});

function program(name: string, text: string): void {
  writeFileSync(inside(name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

/** Builds core, and answers with the folder that it is in. */
function core(env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync('sh', [inside('module/scripts/core.sh'), inside('path')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...{
        PATH: '/usr/bin:/bin',
        XDG_CACHE_HOME: inside('cache'),
        RUSTC: inside('rustc'),
        RUSTC_ID: 'rustc 1.85.0 (x)',
      },
      ...{ RUST_LIB_SRC: inside('library'), RUST_TARGET: 'x86_64-unknown-none', RUST_TARGET_FEATURES: '' },
      ...{ RUST_TARGET_ABI: '', RUST_FLAGS: '-Copt-level=2', ...env },
    },
  });
  const path = existsSync(inside('path')) ? readFileSync(inside('path'), 'utf8').trim() : '';
  return { status, said: stdout + stderr, path, below: path.replace(`${folder}/`, '').replace(/\w+$/, 'KEY') };
}

const ofUser = 'cache/kernel-rust-module/core/KEY';
const ofModule = 'module/.cache/core/KEY';

describe('where the cache is', () => {
  it.each<[string, () => NodeJS.ProcessEnv, string]>([
    ['in XDG_CACHE_HOME', () => ({}), ofUser],
    ['in the home', () => ({ XDG_CACHE_HOME: '', HOME: inside('home') }), 'home/.cache/kernel-rust-module/core/KEY'],
    [
      'not in a relative XDG_CACHE_HOME',
      () => ({ XDG_CACHE_HOME: 'c', HOME: inside('h') }),
      'h/.cache/kernel-rust-module/core/KEY',
    ],
    ['in the module without a home', () => ({ XDG_CACHE_HOME: undefined, HOME: undefined }), ofModule],
    ['in the module with a relative home', () => ({ XDG_CACHE_HOME: '', HOME: 'home' }), ofModule],
    ['in the module when the home is a file', () => ({ XDG_CACHE_HOME: inside('rustc') }), ofModule],
  ])('%s', (_, env, place) => {
    expect(core(env())).toMatchObject({ status: 0, below: place });
    const top = new Set(['library', 'module', 'path', 'rustc', place.split('/')[0]]);
    expect(readdirSync(folder).sort()).toEqual([...top].sort());
  });

  it.each(["o'brien", 'a b', 'a"b', '$(touch canary)', '`touch canary`', 'a;touch canary', 'a\nb', '*', '-rf'])(
    'in a path with %j, which is not code',
    (name) => {
      expect(core({ XDG_CACHE_HOME: inside(name) })).toMatchObject({ status: 0 });
      expect(readdirSync(inside(name, 'kernel-rust-module/core'))).toHaveLength(2);
      expect(existsSync(inside('canary'))).toBe(false);
    },
  );
});

describe('a cache that others can change is not used, and one line says so', () => {
  it.each([0o777, 0o775])('because of its mode %o', (mode) => {
    core();
    chmodSync(inside('cache/kernel-rust-module'), mode);
    const { status, said, below } = core();
    expect({ status, below }).toEqual({ status: 0, below: ofModule });
    expect(said).toContain(
      `Not using the cache ${inside('cache/kernel-rust-module')}, since other users can change it.`,
    );
  });

  it('because of the mode of the folder that it is in', () => {
    mkdirSync(inside('cache'));
    chmodSync(inside('cache'), 0o777);
    expect(core()).toMatchObject({ status: 0, below: ofModule });
    // As /tmp is: nobody removes or renames what is not theirs.
    chmodSync(inside('cache'), 0o1777);
    expect(core()).toMatchObject({ status: 0, below: ofUser });
  });

  it('because a link leads there', () => {
    mkdirSync(inside('cache'));
    mkdirSync(inside('precious'));
    symlinkSync(inside('precious'), inside('cache/kernel-rust-module'));
    expect(core()).toMatchObject({ status: 0, below: ofModule });
    expect(readdirSync(inside('precious'))).toEqual([]);
  });
});

describe('what is in the cache', () => {
  const libcore = (entry: string) => join(entry, 'libcore.rlib');

  it('is used again as it is', () => {
    expect(core().said).toContain('core and alloc of rustc 1.85.0, once');
    expect(core()).toMatchObject({ status: 0, said: '', below: ofUser });
  });

  it('is used again when every program complains of a library that is gone', () => {
    core();
    const { status, said, below } = core({ LD_PRELOAD: inside('gone.so') });
    expect({ status, below }).toEqual({ status: 0, below: ofUser });
    expect(said).not.toMatch(/Not using the cache|built again|once, into/);
  });

  it.each<[string, (entry: string) => void]>([
    ['a changed byte', (entry) => writeFileSync(libcore(entry), 'Core\n')],
    ['a file that was cut', (entry) => writeFileSync(libcore(entry), '')],
    ['no checksum', (entry) => writeFileSync(join(entry, 'checksum'), '')],
    ['another library that it was made with', (entry) => writeFileSync(join(entry, 'made-with'), 'evil\n')],
    ['a file that others can write', (entry) => chmodSync(libcore(entry), 0o666)],
  ])('is made again with %s, and one line says so', (_, damage) => {
    const { path } = core();
    damage(path);
    const { status, said } = core();
    expect(status).toBe(0);
    expect(said).toContain(`core and alloc in ${path} are damaged or not this user's: they are built again.\n`);
    expect(readFileSync(libcore(path), 'utf8')).toBe('core\n');
    expect(core().said).toBe('');
  });

  it('is made in place of links, which are not followed', () => {
    const { path } = core();
    writeFileSync(inside('precious'), 'precious');
    mkdirSync(inside('theirs'));
    writeFileSync(inside('theirs/made-with'), 'theirs');
    spawnSync('rm', ['-r', path, `${path}.lock`]);
    for (const end of ['.lock', '.log']) symlinkSync(inside('precious'), path + end);
    symlinkSync(inside('theirs'), path);
    expect(core()).toMatchObject({ status: 0, path });
    expect(readFileSync(inside('precious'), 'utf8')).toBe('precious');
    expect(readdirSync(inside('theirs'))).toEqual(['made-with']);
    expect(lstatSync(path).isDirectory()).toBe(true);
    program('rustc', 'echo broken >&2; exit 1');
    symlinkSync(inside('precious'), `${path}.log`);
    expect(core({ RUST_FLAGS: '-Cother' }).said).toMatch(/could not compile core from .*\.log shows why\n$/);
    expect(readFileSync(inside('precious'), 'utf8')).toBe('precious');
  });

  it('tells the first error of a compiler that fails', () => {
    program('rustc', `printf "warning: hm\\nerror: couldn't create a temp dir\\nerror: aborting\\n" >&2; exit 1`);
    expect(core().said).toMatch(/\.log shows why: error: couldn't create a temp dir\n$/);
  });

  it('leaves no half entry when the compiler fails, and says when the disk is full', () => {
    program('rustc', 'echo "error: No space left on device (os error 28)" >&2; exit 1');
    const { status, said } = core();
    expect(status).toBe(1);
    expect(said).toContain(`error: the disk of ${inside('cache/kernel-rust-module')} is full: free some space`);
    expect(readdirSync(inside('cache/kernel-rust-module/core')).filter((name) => !name.endsWith('.lock'))).toEqual([]);
  });
});

describe('a kernel image in the cache', () => {
  const image = () => inside('cache/kernel-rust-module/kernels/1.2.3-none/vmlinuz');

  beforeEach(() => {
    writeFileSync(
      inside('module/scripts/debian-package.sh'),
      'mkdir -p "$2/boot"; echo image >"$2/boot/vmlinuz-1.2.3-none"\n',
    );
  });

  function find(release = '1.2.3-none') {
    const { status, stdout, stderr } = spawnSync('sh', [inside('module/scripts/kernel-image.sh'), release], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', XDG_CACHE_HOME: inside('cache') },
    });
    return { status, stdout, stderr };
  }

  it('is downloaded once', () => {
    expect(find()).toEqual({
      status: 0,
      stdout: `${image()}\n`,
      stderr: 'Downloading the kernel image of 1.2.3-none, without installing it ...\n',
    });
    expect(find()).toEqual({ status: 0, stdout: `${image()}\n`, stderr: '' });
  });

  it('is downloaded again when it is not as it was put there', () => {
    find();
    writeFileSync(image(), 'imagE\n');
    expect(find().stderr).toMatch(/vmlinuz is damaged or not this user's: it is downloaded again\.\nDownloading/);
    expect(readFileSync(image(), 'utf8')).toBe('image\n');
  });

  it('does not take the place of what a link leads to', () => {
    find();
    writeFileSync(inside('precious'), 'precious');
    for (const path of [image(), `${image()}.sha256`]) {
      spawnSync('rm', [path]);
      symlinkSync(inside('precious'), path);
    }
    expect(find().status).toBe(0);
    expect(readFileSync(inside('precious'), 'utf8')).toBe('precious');
    expect(readFileSync(image(), 'utf8')).toBe('image\n');
  });

  test.each(['', '../../x', '-o', '6.1/../..', "6.1';touch canary"])('is of no release called %j', (release) => {
    expect(find(release)).toMatchObject({ status: 1, stderr: expect.stringContaining('names no release of a kernel') });
  });
});

test('a busybox of another architecture is used as it was put there, and otherwise downloaded again', () => {
  const place = inside('cache/kernel-rust-module/foreign/arm64/busybox');
  writeFileSync(inside('module/scripts/debian-package.sh'), 'mkdir -p "$2/bin"; echo busybox >"$2/bin/busybox"\n');
  const find = () =>
    spawnSync('sh', [inside('module/scripts/busybox.sh'), 'arm64'], {
      cwd: resolve(folder),
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', XDG_CACHE_HOME: inside('cache'), READELF: 'true' },
    });
  expect(find()).toMatchObject({ status: 0, stdout: `${place}\n`, stderr: '' });
  expect(find()).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(place, 'evil');
  expect(find()).toMatchObject({ status: 0, stderr: expect.stringContaining('is damaged or not') });
  expect(readFileSync(place, 'utf8')).toBe('busybox\n');
  expect(lstatSync(place).mode & 0o777).toBe(0o755);
});
