import { chmodSync, chownSync, lchownSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whyUntrusted, whyUntrustedCache } from '../../../src/system/files/trust.ts';
import { temporaryFolder } from '../../write/folders.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

function cacheFolder(): string {
  const cache = join(temporaryFolder(), 'base/cache');
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  return cache;
}

test('a cache of our own is trusted, and one that is not there', () => {
  const cache = cacheFolder();
  expect(whyUntrustedCache(cache)).toBe(null);
  expect(whyUntrustedCache(join(cache, 'none/below'))).toBe(null);
  expect(whyUntrusted(cache)).toBe(null);
  expect(whyUntrusted(join(cache, 'none'))).toBe(null);
});

test('a cache that others can write to is not, nor one in a folder that others can write to', () => {
  const cache = cacheFolder();
  chmodSync(cache, 0o777);
  expect(whyUntrustedCache(cache)).toEqual({ path: cache, why: 'can be written to by other users' });
  chmodSync(cache, 0o755);
  chmodSync(join(cache, '..'), 0o777);
  expect(whyUntrustedCache(cache)?.path).toBe(join(cache, '..'));
  // As in /tmp, where nobody can take another one's folder away.
  chmodSync(join(cache, '..'), 0o1777);
  expect(whyUntrustedCache(cache)).toBe(null);
});

test('a group that is this user’s own may write, another group may not', () => {
  const cache = cacheFolder();
  chmodSync(cache, 0o775);
  expect(whyUntrustedCache(cache)).toBe(null);
  if (!isRoot) return;
  chownSync(cache, 0, nobody);
  expect(whyUntrustedCache(cache)?.why).toBe('can be written to by other users');
});

test('a person may have put the cache elsewhere with a link; a link within it is not trusted', () => {
  const cache = cacheFolder();
  symlinkSync(cache, `${cache}.link`);
  expect(whyUntrustedCache(`${cache}.link`)).toBe(null);
  expect(whyUntrusted(`${cache}.link`)).toBe('is a symbolic link');
});

test.skipIf(!isRoot)('what another user owns is not trusted, links among it', () => {
  const cache = cacheFolder();
  symlinkSync(cache, `${cache}.link`);
  lchownSync(`${cache}.link`, nobody, nobody);
  expect(whyUntrustedCache(`${cache}.link`)?.why).toBe('belongs to another user');
  chownSync(cache, nobody, nobody);
  expect(whyUntrustedCache(cache)?.why).toBe('belongs to another user');
  expect(whyUntrusted(cache)).toBe('belongs to another user');
});
