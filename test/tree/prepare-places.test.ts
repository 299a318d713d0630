import { chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Places, placesFor } from '../../src/tree/places.ts';
import { endLog, openLog, refuseUntrusted, removeUnlessPlain } from '../../src/tree/prepare-places.ts';
import { temporaryFolder } from '../write/folders.ts';
import { release, writeFiles } from './pretend-headers.ts';

/** A cache, and beside it a file that must stay as it is. */
function ground(): { places: Places; precious: string } {
  const folder = temporaryFolder();
  writeFiles(folder, { precious: 'years of work', 'cache/logs/other.log': '' });
  return { places: placesFor(release, join(folder, 'cache'), undefined), precious: join(folder, 'precious') };
}

async function writeLog(places: Places): Promise<void> {
  const { stream, release: unlock } = await openLog(places, release);
  stream.write('said');
  await endLog(stream);
  await unlock();
}

test('a log is written anew each time', async () => {
  const { places } = ground();
  writeFiles(dirname(places.log), { [`kdir-${release}.log`]: 'what was said before, and was longer' });
  await writeLog(places);
  expect(readFileSync(places.log, 'utf8')).toBe('said');
});

test.each<[string, (precious: string, log: string) => void]>([
  ['a link', symlinkSync],
  ['a hard link', linkSync],
])('%s in the place of the log goes, and what it leads to stays', async (_what, put) => {
  const { places, precious } = ground();
  put(precious, places.log);
  await writeLog(places);
  expect(readFileSync(places.log, 'utf8')).toBe('said');
  expect(readFileSync(precious, 'utf8')).toBe('years of work');
});

test('a folder in the place of the log is said', async () => {
  const { places } = ground();
  mkdirSync(places.log);
  await expect(openLog(places, release)).rejects.toThrow();
});

test('a disk that is full ends the work with a sentence', async () => {
  const { places } = ground();
  const { stream, trouble, release: unlock } = await openLog(places, release);
  stream.destroy(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', errno: -28 }));
  await new Promise((resolve) => trouble.addEventListener('abort', resolve));
  expect(() => trouble.throwIfAborted()).toThrow(/Cannot write to .*disk is full/);
  await endLog(stream);
  await unlock();
});

test('folders of the cache that are links, or that others can write to, are refused', () => {
  const { places } = ground();
  symlinkSync('/home', join(places.cache, 'trees'));
  expect(() => refuseUntrusted(places)).toThrow(/trees" is a symbolic link, so what is in it cannot be trusted/);
  const other = ground().places;
  chmodSync(join(other.cache, 'logs'), 0o777);
  expect(() => refuseUntrusted(other)).toThrow(/logs" can be written to by other users/);
});

test('only what is not a plain file is removed', async () => {
  const { precious } = ground();
  await removeUnlessPlain(precious);
  expect(readFileSync(precious, 'utf8')).toBe('years of work');
  symlinkSync(precious, `${precious}.deb`);
  await removeUnlessPlain(`${precious}.deb`);
  writeFileSync(`${precious}.deb`, '', { flag: 'wx' });
});
