import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KernelTreeFact, RustcFact } from '../../../src/model/facts.ts';
import { Failure } from '../../../src/model/failure.ts';
import { type KdirManifest, manifestFile } from '../../../src/model/tree-manifest.ts';
import { checksumOf } from '../../../src/system/files/checksum.ts';
import { packTree } from '../../../src/tree/archive/pack.ts';
import { unpackTree } from '../../../src/tree/archive/unpack.ts';
import type { MachineFacts } from '../../../src/tree/archive/unpack-fit.ts';
import { layTree } from '../../../src/tree/lay/lay.ts';
import { placesFor } from '../../../src/tree/places.ts';
import * as observed from '../../judge/facts.ts';
import { needPrograms } from '../../programs.ts';
import { snapshot, temporaryFolder } from '../../write/folders.ts';
import {
  builtFiles,
  originOf,
  pretendBuild,
  pretendHeaders,
  release,
  rustcLine,
  writeFiles,
} from '../pretend-headers.ts';

needPrograms('tar', 'xz');

interface Fleet {
  /** Packed on one machine. */
  archive: string;
  /** What was packed, unpacked by tar: to be changed and packed by tar again. */
  parts: string;
  /** Another machine's headers. */
  headers: string;
  /** Where the other machine's trees are to be. */
  trees: string;
}

/** One machine that made an archive, and another one with the same headers. */
async function fleet(): Promise<Fleet> {
  const folder = temporaryFolder();
  const origin = await originOf(pretendHeaders(join(folder, 'first/usr')));
  const archive = join(folder, 'tree.tar.xz');
  await layTree(pretendBuild(join(folder, 'build')), join(folder, 'first/tree'), origin);
  await packTree(join(folder, 'first/tree'), archive);
  rmSync(join(folder, 'first'), { recursive: true });
  const parts = join(folder, 'parts');
  mkdirSync(parts);
  execFileSync('tar', ['--extract', '--file', archive, '--directory', parts]);
  return { archive, parts, headers: pretendHeaders(join(folder, 'second/usr')), trees: join(folder, 'second/trees') };
}

/** What the probe sees on the other machine. */
function seen(
  { headers }: Fleet,
  { kernel, rustc }: { kernel?: Partial<KernelTreeFact>; rustc?: Partial<RustcFact> } = {},
): MachineFacts {
  const kernels = [observed.tree(), observed.tree({ dir: headers, release, ...kernel })];
  return {
    host: observed.host(),
    kernels,
    rustcs: [observed.rustupRustc(), observed.rustc({ line: rustcLine, ...rustc })],
  };
}

const unpack = (place: Fleet, file = place.archive, facts = seen(place)) =>
  unpackTree(file, { facts, places: placesOf(place), say: () => {} });

const placesOf = (place: Fleet) => (name: string) => placesFor(name, join(place.trees, '..'), undefined);

/** Why an archive is refused, in the words of its one sentence; nothing may be left of it. */
async function refusal(place: Fleet, file = place.archive, facts = seen(place)): Promise<string> {
  const all = () => {
    const {
      [join('second/logs', `kdir-${release}.log`)]: _lock,
      'second/logs': _logs,
      ...rest
    } = snapshot(dirname(dirname(place.trees)));
    return rest;
  };
  const before = all();
  const error = await unpack(place, file, facts).then(
    () => 'it was laid',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  expect(all()).toEqual(before);
  return error instanceof Error ? error.message : '';
}

/** Packs with tar, whose arguments begin with the manifest unless told otherwise. */
function tar(place: Fleet, args: string[], { first = [manifestFile] } = {}): string {
  const file = join(dirname(place.archive), 'other.tar.xz');
  rmSync(file, { force: true });
  execFileSync('tar', ['--create', '--xz', '--file', file, '--directory', place.parts, ...first, ...args]);
  return file;
}

const names = Object.keys(builtFiles).sort();

/** Changes the manifest among the parts. */
function amend(place: Fleet, change: (manifest: KdirManifest) => Record<string, unknown>): void {
  const path = join(place.parts, manifestFile);
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, ...change(manifest) }));
}

describe('an archive that was packed on a machine of the same kind', () => {
  test('becomes a tree over the headers of this one', async () => {
    const place = await fleet();
    const manifest = await unpack(place);
    const tree = join(place.trees, release);
    for (const [path, content] of Object.entries(builtFiles)) {
      expect(readFileSync(join(tree, path), 'utf8')).toBe(content);
    }
    expect(JSON.parse(readFileSync(join(tree, manifestFile), 'utf8'))).toEqual(manifest);
    expect(manifest.headers).toBe(place.headers);
    expect(readFileSync(join(tree, 'Makefile'), 'utf8')).toContain(`KBUILD_OUTPUT=${tree}\n`);
    expect(readdirSync(place.trees)).toEqual([release]);
  });

  test('makes the tree that its own packing would make again', async () => {
    const place = await fleet();
    await unpack(place);
    await packTree(join(place.trees, release), `${place.archive}.again`);
    const again = execFileSync('tar', ['--list', '--file', `${place.archive}.again`], { encoding: 'utf8' });
    expect(again.trim().split('\n')).toEqual([manifestFile, ...names]);
  });

  test('takes the place of an earlier tree, and of one that the probe sees instead of the headers', async () => {
    const place = await fleet();
    await unpack(place);
    const tree = join(place.trees, release);
    writeFileSync(join(tree, 'rust/libcore.rmeta'), 'spoilt');
    const made = { dir: tree, headers: place.headers, broken: null, changed: [] };
    const { headers } = await unpack(place, place.archive, seen(place, { kernel: { dir: tree, made } }));
    expect(headers).toBe(place.headers);
    expect(readFileSync(join(tree, 'rust/libcore.rmeta'), 'utf8')).toBe(builtFiles['rust/libcore.rmeta']);
    expect(readdirSync(place.trees)).toEqual([release]);
  });

  test('may have been packed again by tar, in another order', async () => {
    const place = await fleet();
    await unpack(place, tar(place, [...names].reverse()));
    expect(readdirSync(place.trees)).toEqual([release]);
  });
});

describe('an archive for another machine is refused', () => {
  test.each([
    ['of another architecture', { architecture: 'arm64' }, 'is for arm64, and this machine is x86_64'],
    [
      'of a kernel without headers here',
      { release: '9.9.9-amd64' },
      `is for Linux 9.9.9-amd64, whose headers are not on this machine (6.1.0-56-amd64, ${release}): apt-get install linux-headers-9.9.9-amd64`,
    ],
    [
      'of another rustc',
      { rustc: 'rustc 1.85.1 (4eb161250 2025-03-15)' },
      `needs rustc 1.85.1 (4eb161250 2025-03-15), and this machine has no such compiler (/home/user/.rustup/toolchains/stable/bin/rustc is rustc 1.95.0 (59807616e 2026-04-14), /usr/bin/rustc is ${rustcLine})`,
    ],
    ['of a later format', { format: 3 }, 'was made by a newer version of kernel-rust-module'],
    ['with a release that climbs', { release: '7.3/../../../x' }, 'is damaged: its field release'],
  ])('%s', async (_what, change, words) => {
    const place = await fleet();
    amend(place, () => change);
    expect(await refusal(place, tar(place, names))).toContain(words);
  });

  test.each(['.config', 'Module.symvers'])('whose headers have another %s', async (file) => {
    const place = await fleet();
    writeFileSync(join(place.headers, file), 'of another build');
    expect(await refusal(place)).toContain(`are of another build of Linux ${release} than the Rust metadata`);
  });

  test('where rustc does not answer', async () => {
    const place = await fleet();
    expect(await refusal(place, place.archive, seen(place, { rustc: { outcome: 'crash' } }))).toContain(
      'no such compiler',
    );
    expect(await refusal(place, place.archive, { ...seen(place), rustcs: [] })).toContain('(there are none)');
  });
});

describe('an archive that is not whole is refused', () => {
  test('however short it is cut', async () => {
    const place = await fleet();
    const whole = readFileSync(place.archive);
    const cut = join(dirname(place.archive), 'cut.tar.xz');
    const lengths = [0, 5, 12, 40, 200, 800, whole.length - 32, whole.length - 4, whole.length - 1];
    for (const length of lengths) {
      writeFileSync(cut, whole.subarray(0, length));
      expect(await refusal(place, cut), `cut to ${length}`).toMatch(
        /is cut short|is no archive that kdir --pack made|does not begin with/,
      );
    }
  });

  test('wherever a bit of it is turned', async () => {
    const place = await fleet();
    const spoilt = join(dirname(place.archive), 'spoilt.tar.xz');
    const { length } = readFileSync(place.archive);
    for (let at = 3; at < length; at += Math.ceil(length / 12)) {
      const bytes = readFileSync(place.archive);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(spoilt, bytes);
      // Which check notices it first depends on where it is, and on how much xz hands on before it looks.
      expect(await refusal(place, spoilt), `at ${at}`).toContain('spoilt.tar.xz');
    }
  });

  test('when a stretch of another one is behind it', async () => {
    const place = await fleet();
    writeFileSync(place.archive, 'more', { flag: 'a' });
    expect(await refusal(place)).toMatch(/get the whole file again/);
  });

  test.each(names)('when it lacks %s', async (name) => {
    const place = await fleet();
    const words = `is not whole: it lacks ${name}: nothing of it was used.`;
    expect(
      await refusal(
        place,
        tar(
          place,
          names.filter((other) => other !== name),
        ),
      ),
    ).toContain(words);
  });

  test('when a file in it is another one', async () => {
    const place = await fleet();
    writeFileSync(join(place.parts, 'rust/libkernel.rmeta'), 'Kernel');
    const words = 'is damaged: rust/libkernel.rmeta in it is not what its manifest says';
    expect(await refusal(place, tar(place, names))).toContain(words);
  });

  test('when it is none', async () => {
    const place = await fleet();
    const plain = join(dirname(place.archive), 'plain');
    for (const content of ['', 'text', Buffer.alloc(10_240)]) {
      writeFileSync(plain, content);
      expect(await refusal(place, plain)).toMatch(/no archive that kdir --pack made|is cut short/);
    }
    execFileSync('xz', ['--keep', '--suffix=.xz', plain]);
    expect(await refusal(place, `${plain}.xz`)).toMatch(/does not begin with kernel-rust-module\.json/);
    execFileSync('tar', ['--create', '--file', plain, '--directory', place.parts, manifestFile, ...names]);
    expect(await refusal(place, plain)).toMatch(/is no archive that kdir --pack made/);
  });
});

describe('an archive that holds more than a tree takes is refused', () => {
  const foreign = (name: string) => `holds ${JSON.stringify(name)}, which is no file of its manifest or comes twice`;

  test.each([
    ['climbs out', 's,^rust/libmacros.so$,../escaped.so,', '../escaped.so'],
    ['climbs out of a folder', 's,^rust/libmacros.so$,rust/../../escaped.so,', 'rust/../../escaped.so'],
    ['is absolute', 's,^rust/libmacros.so$,/tmp/escaped.so,', '/tmp/escaped.so'],
    ['is spelt otherwise', 's,^rust/libmacros.so$,./rust/libmacros.so,', './rust/libmacros.so'],
    ['takes the place of the Makefile', 's,^rust/libmacros.so$,Makefile,', 'Makefile'],
    ['has letters that no terminal should see', 's,^rust/libmacros.so$,rust/\u001b[2J.so,', 'rust/\u001b[2J.so'],
  ])('a path that %s', async (_what, rule, name) => {
    const place = await fleet();
    expect(await refusal(place, tar(place, ['--absolute-names', `--transform=${rule}`, ...names]))).toContain(
      foreign(name),
    );
    expect(existsSync(join(place.trees, '../escaped.so')) || existsSync('/tmp/escaped.so')).toBe(false);
  });

  test('a climbing path, though its manifest lists it', async () => {
    const place = await fleet();
    amend(place, ({ files }) => ({ files: { ...files, '../escaped.so': files['rust/libmacros.so'] } }));
    expect(await refusal(place, tar(place, names))).toContain('is damaged: its field files');
  });

  test.each(['symbolic link', 'hard link', 'named pipe', 'folder', 'device'])('a %s', async (kind) => {
    const place = await fleet();
    const path = join(place.parts, 'rust/libmacros.so');
    rmSync(path);
    if (kind === 'symbolic link') symlinkSync('/etc/passwd', path);
    else if (kind === 'hard link') execFileSync('ln', [join(place.parts, 'rust/libkernel.rmeta'), path]);
    else if (kind === 'named pipe') execFileSync('mkfifo', [path]);
    else if (kind === 'folder') mkdirSync(path);
    else symlinkSync('/dev/null', path);
    // Following the link makes tar store the device itself.
    const options = kind === 'device' ? ['--dereference'] : [];
    const name = kind === 'folder' ? 'rust/libmacros.so/' : 'rust/libmacros.so';
    expect(await refusal(place, tar(place, [...options, ...names]))).toContain(foreign(name));
  });

  test('a link in the place of the manifest', async () => {
    const place = await fleet();
    renameSync(join(place.parts, manifestFile), join(place.parts, 'elsewhere'));
    symlinkSync('elsewhere', join(place.parts, manifestFile));
    expect(await refusal(place, tar(place, names))).toContain('does not begin with kernel-rust-module.json');
  });

  test.each([
    ['the same file twice', [...names, 'rust/libcore.rmeta'], 'rust/libcore.rmeta'],
    ['the manifest twice', [...names, manifestFile], manifestFile],
    ['a file that is not listed', [...names, 'rust/libother.so'], 'rust/libother.so'],
  ])('%s', async (_what, content, name) => {
    const place = await fleet();
    writeFiles(place.parts, { 'rust/libother.so': 'other' });
    expect(await refusal(place, tar(place, ['--hard-dereference', ...content]))).toContain(foreign(name));
  });

  test('something before the manifest', async () => {
    const place = await fleet();
    const file = tar(place, [...names, manifestFile], { first: [] });
    expect(await refusal(place, file)).toContain('does not begin with kernel-rust-module.json');
  });

  test('a manifest without end', async () => {
    const place = await fleet();
    writeFileSync(join(place.parts, manifestFile), Buffer.alloc(300_000, ' '));
    expect(await refusal(place, tar(place, names))).toContain('does not begin with kernel-rust-module.json');
  });

  test('more bytes than any tree has, before they fill the disk', async () => {
    const place = await fleet();
    // xz takes one stream after another for one, so that a gigabyte of zeros costs little to make too.
    const zeros = execFileSync('xz', ['--stdout'], { input: Buffer.alloc(2 ** 26) });
    writeFileSync(place.archive, Buffer.concat(Array(17).fill(zeros)), { flag: 'a' });
    expect(statSync(place.archive).size).toBeLessThan(1_000_000);
    expect(await refusal(place)).toContain('holds more than a kernel tree');
  });
});

describe('unpacking', () => {
  test('names a file that is not there, or is none', async () => {
    const place = await fleet();
    const none = join(dirname(place.archive), 'none');
    await expect(unpack(place, none)).rejects.toThrow(`There is no file "${none}". Name an archive`);
    await expect(unpack(place, place.parts)).rejects.toThrow(`"${place.parts}" is not a file. Name an archive`);
    execFileSync('mkfifo', [none]);
    await expect(unpack(place, none)).rejects.toMatchObject({ name: 'UsageError', code: 'kdir.no-archive' });
  });

  test('takes a file by any name for an archive, and none for an option', async () => {
    const place = await fleet();
    const odd = join(dirname(place.archive), '--help');
    renameSync(place.archive, odd);
    expect((await unpack(place, odd)).release).toBe(release);
  });

  test('ends when told to stop, and leaves nothing', async () => {
    const place = await fleet();
    const stop = new AbortController();
    const places = (name: string) => {
      stop.abort(new Error('told to stop'));
      return placesOf(place)(name);
    };
    const unpacking = unpackTree(place.archive, { facts: seen(place), places, say: () => {}, stop: stop.signal });
    await expect(unpacking).rejects.toThrow('told to stop');
    expect(existsSync(place.trees)).toBe(false);
  });

  test('keeps what a person put into a tree in the cache, and says where', async () => {
    const place = await fleet();
    await unpack(place);
    writeFileSync(join(place.trees, release, 'notes.txt'), 'years of work');
    const said: string[] = [];
    await unpackTree(place.archive, { facts: seen(place), places: placesOf(place), say: (text) => said.push(text) });
    const [tree, kept = ''] = readdirSync(place.trees).sort();
    expect(tree).toBe(release);
    expect(said).toEqual([expect.stringContaining(join(place.trees, kept))]);
    expect(readFileSync(join(place.trees, kept, release, 'notes.txt'), 'utf8')).toBe('years of work');
    const elsewhere = (name: string) => ({ ...placesOf(place)(name), isCached: false });
    writeFileSync(join(place.trees, release, 'notes.txt'), 'more');
    const refused = unpackTree(place.archive, { facts: seen(place), places: elsewhere, say: () => {} });
    await expect(refused).rejects.toMatchObject({ code: 'kdir.occupied' });
  });

  test('leaves an earlier tree as it was when the archive is refused', async () => {
    const place = await fleet();
    await unpack(place);
    const before = snapshot(place.trees);
    writeFileSync(join(place.parts, 'rust/libkernel.rmeta'), 'Kernel');
    await expect(unpack(place, tar(place, names))).rejects.toMatchObject({ code: 'kdir.archive' });
    expect(snapshot(place.trees)).toEqual(before);
    expect(await checksumOf(join(place.trees, release, 'rust/libkernel.rmeta'))).toMatch(/^[0-9a-f]{64}$/);
  });
});
