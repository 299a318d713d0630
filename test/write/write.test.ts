import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { planWrite, type WriteRequest } from '../../src/write/plan.ts';
import { writeFiles } from '../../src/write/write.ts';
import { snapshot, temporaryFolder } from './folders.ts';

const marker = 'marker.json';
const files = new Map([
  ['Makefile', 'all:\n'],
  ['src/lib.rs', 'fn é() {}\n'],
  ['scripts/boot.sh', '#!/bin/sh\n'],
  ['config.mk', 'KDIR ?= /new\n'],
  [marker, '{}\n'],
]);
const written = { ...Object.fromEntries(files), src: '/', scripts: '/' };

const request = (destination: string, overrides: Partial<WriteRequest> = {}): WriteRequest => ({
  ...{ destination, files, marker, owned: ['config.mk'], force: false },
  ...overrides,
});

async function write(destination: string, overrides: Partial<WriteRequest> = {}): Promise<Record<string, string>> {
  const plan = await planWrite(request(destination, overrides));
  await writeFiles(plan, files);
  return Object.fromEntries(plan.files.map(({ path, state }) => [path, state]));
}

describe('into a folder that is not there', () => {
  test('everything is written, scripts executable, with nothing left beside it', async () => {
    const parent = temporaryFolder();
    const states = await write(join(parent, 'hello'));
    expect(new Set(Object.values(states))).toEqual(new Set(['new']));
    expect(snapshot(join(parent, 'hello'))).toEqual(written);
    expect(Object.keys(snapshot(parent)).filter((path) => !path.startsWith('hello'))).toEqual([]);
    const umask = process.umask();
    expect(statSync(join(parent, 'hello')).mode & 0o777).toBe(0o777 & ~umask);
    expect(statSync(join(parent, 'hello/scripts/boot.sh')).mode & 0o777).toBe(0o755 & ~umask);
    expect(statSync(join(parent, 'hello/Makefile')).mode & 0o777).toBe(0o644 & ~umask);
  });

  test('planning alone writes nothing', async () => {
    const parent = temporaryFolder();
    await planWrite(request(join(parent, 'hello')));
    expect(snapshot(parent)).toEqual({});
  });

  test('a folder that appears between planning and writing is not touched', async () => {
    const parent = temporaryFolder();
    const plan = await planWrite(request(join(parent, 'hello')));
    mkdirSync(join(parent, 'hello'));
    writeFileSync(join(parent, 'hello/theirs'), 'theirs');
    await expect(writeFiles(plan, files)).rejects.toThrow('was changed by something else meanwhile. Try again.');
    expect(snapshot(parent)).toEqual({ hello: '/', 'hello/theirs': 'theirs' });
  });
});

describe('into a folder that is there', () => {
  test('an empty one is filled, and one with only .git', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.git'));
    await write(folder);
    expect(snapshot(folder)).toEqual({ ...written, '.git': '/' });
  });

  test('what is the same is not touched, so that a second run changes nothing', async () => {
    const folder = temporaryFolder();
    await write(folder);
    const before = statSync(join(folder, 'Makefile'));
    const states = await write(folder);
    expect(new Set(Object.values(states))).toEqual(new Set(['same']));
    expect(statSync(join(folder, 'Makefile'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  test('every conflict is found before anything is written', async () => {
    const folder = temporaryFolder();
    await write(folder);
    writeFileSync(join(folder, 'Makefile'), 'mine');
    writeFileSync(join(folder, 'src/lib.rs'), 'fn e() {}\n\n');
    rmSync(join(folder, 'scripts'), { recursive: true });
    const before = snapshot(folder);
    const { files: planned } = await planWrite(request(folder));
    expect(planned.map(({ path, state }) => `${path} ${state}`)).toEqual([
      'Makefile conflict',
      'src/lib.rs conflict',
      'scripts/boot.sh new',
      'config.mk same',
      'marker.json same',
    ]);
    expect(snapshot(folder)).toEqual(before);
  });

  test("config.mk is the tool's own, and is replaced without being a conflict", async () => {
    const folder = temporaryFolder();
    await write(folder);
    writeFileSync(join(folder, 'config.mk'), 'KDIR ?= /old\n');
    expect(await write(folder)).toMatchObject({ 'config.mk': 'replace', Makefile: 'same' });
    expect(snapshot(folder)).toEqual(written);
  });

  test('with force what differs is overwritten, and other files stay', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'theirs'), 'theirs');
    writeFileSync(join(folder, 'Makefile'), 'mine');
    expect(await write(folder, { force: true })).toMatchObject({ Makefile: 'replace', 'src/lib.rs': 'new' });
    expect(snapshot(folder)).toEqual({ ...written, theirs: 'theirs' });
  });

  test('whatever fails half-way, the folder is as it was', async () => {
    const folder = temporaryFolder();
    await write(folder);
    writeFileSync(join(folder, 'Makefile'), 'mine');
    rmSync(join(folder, 'src'), { recursive: true });
    const plan = await planWrite(request(folder));
    // config.mk comes after files that were moved already, and its old version is gone by now.
    plan.files = plan.files.map((file) => (file.path === 'config.mk' ? { ...file, state: 'replace' } : file));
    rmSync(join(folder, 'config.mk'));
    const before = snapshot(folder);
    await expect(writeFiles(plan, files)).rejects.toThrow('something else changed it meanwhile. Try again.');
    expect(snapshot(folder)).toEqual(before);
  });

  test('a folder that is moved away between planning and writing is not made again', async () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, 'hello'));
    const plan = await planWrite(request(join(parent, 'hello')));
    renameSync(join(parent, 'hello'), join(parent, 'moved'));
    await expect(writeFiles(plan, files)).rejects.toThrow('something else changed it meanwhile. Try again.');
    expect(snapshot(parent)).toEqual({ moved: '/' });
  });
});

describe('what appears or changes between planning and writing is neither overwritten nor followed', () => {
  const theirs = 'theirs, and precious';

  test.each<[string, (folder: string, elsewhere: string) => void]>([
    ['a file in a new place', (folder) => writeFileSync(join(folder, 'scripts/boot.sh'), theirs)],
    ['a link in a new place', (folder, elsewhere) => symlinkSync(elsewhere, join(folder, 'scripts/boot.sh'))],
    ['an empty folder in a new place', (folder) => mkdirSync(join(folder, 'scripts/boot.sh'))],
    ['a link in the place of a folder', (folder, elsewhere) => symlinkSync(elsewhere, join(folder, 'src'))],
    ['another text in a file that differs', (folder) => writeFileSync(join(folder, 'Makefile'), theirs)],
    [
      'a link in the place of a file that differs',
      (folder, elsewhere) => {
        rmSync(join(folder, 'Makefile'));
        symlinkSync(join(elsewhere, 'file'), join(folder, 'Makefile'));
      },
    ],
  ])('%s', async (_, change) => {
    const folder = temporaryFolder();
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'file'), theirs);
    await write(folder);
    writeFileSync(join(folder, 'Makefile'), 'mine');
    rmSync(join(folder, 'scripts/boot.sh'));
    rmSync(join(folder, 'src'), { recursive: true });
    const plan = await planWrite(request(folder, { force: true }));
    change(folder, elsewhere);
    const before = [snapshot(folder), snapshot(elsewhere)];
    await expect(writeFiles(plan, files)).rejects.toThrow(/something else (changed it )?meanwhile/);
    expect([snapshot(folder), snapshot(elsewhere)]).toEqual(before);
  });

  test('an empty folder in the place of a new one', async () => {
    const parent = temporaryFolder();
    const plan = await planWrite(request(join(parent, 'hello')));
    mkdirSync(join(parent, 'hello'), { mode: 0o700 });
    await expect(writeFiles(plan, files)).rejects.toThrow('something else meanwhile');
    expect(snapshot(parent)).toEqual({ hello: '/' });
  });
});

describe('links inside the folder', () => {
  test('a link in the place of a file is a conflict even when it leads to the same text, and is replaced rather than followed', async () => {
    const folder = temporaryFolder();
    const elsewhere = temporaryFolder();
    await write(folder);
    renameSync(join(folder, 'Makefile'), join(elsewhere, 'Makefile'));
    symlinkSync(join(elsewhere, 'Makefile'), join(folder, 'Makefile'));
    const { files: planned } = await planWrite(request(folder));
    expect(planned[0]).toEqual({ path: 'Makefile', state: 'conflict' });
    writeFileSync(join(elsewhere, 'Makefile'), 'theirs');
    await write(folder, { force: true });
    expect(snapshot(folder)).toEqual(written);
    expect(snapshot(elsewhere)).toEqual({ Makefile: 'theirs' });
  });

  test('a link in the place of a folder is refused even with force', async () => {
    const folder = temporaryFolder();
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(folder, 'src'));
    await expect(write(folder, { force: true })).rejects.toThrow(
      /src" is a link, where a folder is needed: move it away first\.$/,
    );
    expect(snapshot(elsewhere)).toEqual({});
    expect(snapshot(folder)).toEqual({ src: `-> ${elsewhere}` });
  });
});

describe('refused in one sentence, with nothing written', () => {
  async function refusal(destination: string, overrides: Partial<WriteRequest> = {}): Promise<string> {
    const error: unknown = await write(destination, overrides).catch((reason: unknown) => reason);
    expect([UsageError, Failure]).toContain((error as Error).constructor);
    const { message } = error as Error;
    expect(message).toMatch(/^[^\n]*\.$/);
    return message;
  }

  test("a folder of other people's files, naming some", async () => {
    const folder = temporaryFolder();
    for (const name of ['a', 'b', 'c\n', 'd', '.git']) writeFileSync(join(folder, name), '');
    expect(await refusal(folder)).toContain(String.raw`("a", "b", "c\n" and 1 more, and no marker.json)`);
    expect(Object.keys(snapshot(folder))).toEqual(['.git', 'a', 'b', 'c\n', 'd']);
  });

  test('a target that is a file', async () => {
    const file = join(temporaryFolder(), 'hello');
    writeFileSync(file, 'theirs');
    expect(await refusal(file, { force: true })).toContain('is a file, where a folder is needed');
  });

  test('a target below a file', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'theirs');
    expect(await refusal(join(file, 'hello'))).toContain('a part of that path is a file');
  });

  test('a parent that is missing', async () => {
    expect(await refusal(join(temporaryFolder(), 'missing/hello'))).toContain('There is no folder');
  });

  test('a folder in the place of a file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'Makefile'));
    expect(await refusal(folder, { force: true })).toContain('Makefile" is a folder, where a file is needed');
  });

  test('a file in the place of a folder', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'src'), '');
    expect(await refusal(folder, { force: true })).toContain('src" is a file, where a folder is needed');
  });

  test.each([' ', ':', '$', "'", '\n'])('a path with %j, in which Kbuild cannot build', async (letter) => {
    const parent = mkdtempSync(join(temporaryFolder(), `a${letter}b`));
    expect(await refusal(join(parent, 'hello'))).toContain('where Kbuild cannot build');
    expect(snapshot(parent)).toEqual({});
  });

  test('a path that a link leads to, in which Kbuild cannot build', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a b'));
    symlinkSync(join(folder, 'a b'), join(folder, 'link'));
    expect(await refusal(join(folder, 'link/hello'))).toContain('has a space in its path');
  });

  test('a name too long for the file system', async () => {
    expect(await refusal(join(temporaryFolder(), 'x'.repeat(300)))).toContain('too long for the file system');
  });

  test('links that lead in a circle', async () => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, 'b'), join(folder, 'a'));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    expect(await refusal(join(folder, 'a/hello'))).toContain('lead in a circle');
  });
});
