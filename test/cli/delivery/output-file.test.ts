import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectOutput, writeOutput } from '../../../src/cli/delivery/output-file.ts';
import { Failure } from '../../../src/model/failure.ts';
import { snapshot, temporaryFolder } from '../../write/folders.ts';

describe('a report to a file', () => {
  it('is written under its name, and nothing beside it', async () => {
    const folder = temporaryFolder();
    await writeOutput(await inspectOutput(join(folder, 'report')), 'text\n');
    expect(snapshot(folder)).toEqual({ report: 'text\n' });
    expect(statSync(join(folder, 'report')).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('takes the place of a file, with its permissions', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'report');
    writeFileSync(file, 'before');
    chmodSync(file, 0o640);
    await writeOutput(await inspectOutput(file), 'after');
    expect(snapshot(folder)).toEqual({ report: 'after' });
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('goes where a link leads, and leaves the link', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/report'), 'before');
    symlinkSync('real/report', join(folder, 'link'));
    await writeOutput(await inspectOutput(join(folder, 'link')), 'after');
    expect(snapshot(folder)).toMatchObject({ link: '-> real/report', 'real/report': 'after' });
  });

  it.each([
    ['', 'is a folder: name a file to write to'],
    ['missing/report', 'There is no folder'],
    ['file/report', 'a part of that path is a file'],
    ['loop', 'its links lead in a circle'],
    ['dangling', '/dangling" leads to "nowhere", which does not exist. Name that file, or remove the link.'],
    ['/dev/null', 'is no ordinary file'],
  ])('is refused in one sentence at %j', async (path, sentence) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    const before = snapshot(folder);
    const refused = inspectOutput(path.startsWith('/') ? path : join(folder, path));
    await expect(refused).rejects.toThrow(Failure);
    await expect(refused).rejects.toThrow(sentence);
    expect(snapshot(folder)).toEqual(before);
  });

  it('leaves everything as it was where the writing fails', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'report');
    writeFileSync(file, 'before');
    const place = await inspectOutput(file);
    // Something puts a folder in its place meanwhile, which no file can replace.
    const taken = { ...place, path: join(folder, 'taken') };
    mkdirSync(join(folder, 'taken'));
    await expect(writeOutput(taken, 'after')).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(snapshot(folder)).toEqual({ report: 'before', taken: '/' });
  });
});
