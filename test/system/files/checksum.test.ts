import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { checksumOf, hashing, stockChecksums } from '../../../src/system/files/checksum.ts';
import { pretendHeaders, writeFiles } from '../../tree/pretend-headers.ts';
import { temporaryFolder } from '../../write/folders.ts';

const sha256sum = (file: string) => execFileSync('sha256sum', [file], { encoding: 'utf8' }).slice(0, 64);

test('says of a file what sha256sum says', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { empty: '', large: Buffer.alloc(300_000, 'é') });
  for (const name of ['empty', 'large']) {
    expect(await checksumOf(join(folder, name))).toBe(sha256sum(join(folder, name)));
  }
});

test('lets bytes through unchanged and knows their checksum', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { both: 'onetwo' });
  const { stream, checksum } = hashing();
  expect(await buffer(Readable.from(['one', 'two']).pipe(stream))).toEqual(Buffer.from('onetwo'));
  expect(checksum()).toBe(sha256sum(join(folder, 'both')));
});

test('tells the builds of headers apart by their configuration and their symbols', async () => {
  const headers = pretendHeaders(temporaryFolder());
  const before = await stockChecksums(headers);
  expect(before['.config']).toBe(sha256sum(join(headers, '.config')));
  writeFiles(headers, { 'Module.symvers': 'other' });
  const after = await stockChecksums(headers);
  expect(after['.config']).toBe(before['.config']);
  expect(after['Module.symvers']).toBe(sha256sum(join(headers, 'Module.symvers')));
  rmSync(join(headers, '.config'));
  await expect(stockChecksums(headers)).rejects.toMatchObject({ code: 'ENOENT' });
});
