import { expect, test } from 'vitest';
import { placesFor } from '../../src/tree/places.ts';

test('all is in the cache, by the release, but for a tree that has a place of its own', () => {
  const places = placesFor('7.3.4', '/home/u/.cache/kernel-rust-module', undefined);
  expect(places).toEqual({
    isCached: true,
    cache: '/home/u/.cache/kernel-rust-module',
    tree: '/home/u/.cache/kernel-rust-module/trees/7.3.4',
    work: '/home/u/.cache/kernel-rust-module/work/7.3.4',
    downloads: '/home/u/.cache/kernel-rust-module/downloads',
    log: '/home/u/.cache/kernel-rust-module/logs/kdir-7.3.4.log',
  });
  expect(placesFor('7.3.4', '/c', '/srv/tree')).toMatchObject({
    isCached: false,
    tree: '/srv/tree',
    work: '/c/work/7.3.4',
  });
});

test('a cache that is not there, or that Kbuild cannot build in, is refused', () => {
  expect(() => placesFor('7.3.4', null, undefined)).toThrow(/set HOME, or XDG_CACHE_HOME/);
  expect(() => placesFor('7.3.4', '/my cache', '/srv/tree')).toThrow(/has a space in its path.*XDG_CACHE_HOME/);
});
