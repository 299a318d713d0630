import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import which from 'which';
import { manifestFile } from '../../../src/model/tree-manifest.ts';
import { packTree } from '../../../src/tree/archive/pack.ts';
import { needPrograms } from '../../programs.ts';
import { temporaryFolder } from '../../write/folders.ts';
import { builtFiles, pretendTree } from '../pretend-headers.ts';

needPrograms('tar', 'xz');

async function packed() {
  const folder = temporaryFolder();
  const { tree } = await pretendTree(folder);
  mkdirSync(join(folder, 'out'));
  const file = join(folder, 'out/tree.tar.xz');
  await packTree(tree, file);
  return { folder, tree, file };
}

describe('an archive of a tree', () => {
  test('holds the manifest first and then the tree’s own files, as tar reads them', async () => {
    const { folder, tree, file } = await packed();
    const names = execFileSync('tar', ['--list', '--file', file], { encoding: 'utf8' });
    expect(names.trim().split('\n')).toEqual([manifestFile, ...Object.keys(builtFiles).sort()]);
    execFileSync('tar', ['--extract', '--file', file, '--directory', folder]);
    for (const [path, content] of Object.entries(builtFiles)) {
      expect(readFileSync(join(folder, path), 'utf8')).toBe(content);
    }
    expect(readFileSync(join(folder, manifestFile))).toEqual(readFileSync(join(tree, manifestFile)));
  });

  test('tells nothing of who made it and when: the same tree makes the same bytes', async () => {
    const { tree, file } = await packed();
    utimesSync(join(tree, 'rust/libcore.rmeta'), 1, 1);
    await packTree(tree, `${file}.again`);
    expect(readFileSync(`${file}.again`).equals(readFileSync(file))).toBe(true);
    const listing = execFileSync('tar', ['--list', '--verbose', '--utc', '--file', file], { encoding: 'utf8' });
    for (const line of listing.trim().split('\n')) expect(line).toMatch(/^-rw-r--r-- 0\/0 +\d+ 1980-01-01 00:00 /);
  });

  test('leaves nothing else beside it', async () => {
    const { file } = await packed();
    expect(readdirSync(join(file, '..'))).toEqual(['tree.tar.xz']);
  });

  test('does not take the place of another file', async () => {
    const { tree, file } = await packed();
    writeFileSync(file, 'mine');
    const sentence = `"${file}" exists already: name another file, or remove that one first.`;
    await expect(packTree(tree, file)).rejects.toThrow(sentence);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('needs a folder that is there', async () => {
    const { tree, folder } = await packed();
    const sentence = `There is no folder "${folder}/none" to write "tree.tar.xz" in: make it first.`;
    await expect(packTree(tree, join(folder, 'none/tree.tar.xz'))).rejects.toThrow(sentence);
  });
});

describe('no archive is made', () => {
  test('of a folder that is no tree of ours', async () => {
    const folder = temporaryFolder();
    await expect(packTree(folder, join(folder, 'x.tar.xz'))).rejects.toMatchObject({ code: 'kdir.not-ours' });
    writeFileSync(join(folder, manifestFile), '{}');
    await expect(packTree(folder, join(folder, 'x.tar.xz'))).rejects.toMatchObject({ code: 'kdir.manifest' });
    expect(readdirSync(folder)).toEqual([manifestFile]);
  });

  test.each([
    ['differs', (path: string) => writeFileSync(path, 'other')],
    ['is gone', (path: string) => rmSync(path)],
  ])('of a tree of which a file %s', async (_what, change) => {
    const { tree, file } = await packed();
    change(join(tree, 'rust/libmacros.so'));
    const sentence = /rust\/libmacros\.so" is not what the tree's manifest says: make the tree again/;
    await expect(packTree(tree, `${file}.other`)).rejects.toThrow(sentence);
    expect(readdirSync(join(file, '..'))).toEqual(['tree.tar.xz']);
  });

  test('when told to stop', async () => {
    const { tree, file } = await packed();
    const stop = new AbortController();
    const packing = packTree(tree, `${file}.other`, stop.signal);
    stop.abort(new Error('told to stop'));
    await expect(packing).rejects.toThrow('told to stop');
    expect(readdirSync(join(file, '..'))).toEqual(['tree.tar.xz']);
  });

  test('in the place of a file that appears meanwhile', async () => {
    const { tree, file } = await packed();
    // An xz that does not begin before it appeared.
    const path = temporaryFolder();
    const waiting = `#!/bin/sh\nuntil [ -s '${file}.other' ]; do sleep 0.05; done\nexec '${which.sync('xz')}' "$@"\n`;
    writeFileSync(join(path, 'xz'), waiting, { mode: 0o755 });
    vi.stubEnv('PATH', `${path}:${process.env.PATH}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const packing = packTree(tree, `${file}.other`);
    await vi.waitFor(() => expect(readdirSync(join(file, '..')).length).toBe(2), 10_000);
    writeFileSync(`${file}.other`, 'mine');
    await expect(packing).rejects.toMatchObject({ code: 'kdir.occupied' });
    expect(readFileSync(`${file}.other`, 'utf8')).toBe('mine');
    expect(readdirSync(join(file, '..'))).toEqual(['tree.tar.xz', 'tree.tar.xz.other']);
  });

  test.each([
    ['a named pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a link', (path: string) => symlinkSync('/etc/passwd', path)],
  ])('of a tree with %s in the place of a file', async (_what, put) => {
    const { tree, file } = await packed();
    rmSync(join(tree, 'rust/libkernel.rmeta'));
    put(join(tree, 'rust/libkernel.rmeta'));
    await expect(packTree(tree, `${file}.other`)).rejects.toMatchObject({ code: 'kdir.changed' });
    expect(readdirSync(join(file, '..'))).toEqual(['tree.tar.xz']);
  });

  test('without xz, which is named', async () => {
    const { tree, file } = await packed();
    const path = temporaryFolder();
    for (const program of ['flock', 'cat']) symlinkSync(which.sync(program), join(path, program));
    vi.stubEnv('PATH', path);
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(packTree(tree, `${file}.other`)).rejects.toThrow(/need the program xz.*apt-get install xz-utils/);
    expect(readdirSync(join(file, '..'))).toEqual(['tree.tar.xz']);
  });
});

test('a full disk is named, and nothing is left on it', async ({ skip }) => {
  const folder = temporaryFolder();
  const { tree } = await pretendTree(folder);
  const disk = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    const reason = 'NOT TESTED: a full disk is made by mounting a tiny tmpfs, which this user may not do.';
    console.warn(reason);
    return skip(reason);
  }
  onTestFinished(() => void execFileSync('umount', [disk]));
  writeFileSync(join(disk, 'filling'), Buffer.alloc(4096));
  await expect(packTree(tree, join(disk, 'tree.tar.xz'))).rejects.toThrow(/the disk is full. Make room and try again/);
  expect(readdirSync(disk)).toEqual(['filling']);
});
