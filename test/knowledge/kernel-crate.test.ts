import { expect, test } from 'vitest';
import { kernelCrate } from '../../src/knowledge/kernel-crate.ts';

test.each([
  ['6.1.0-56-amd64', [6, 1, 0]],
  ['6.2-rc1', [6, 2, 0]],
  ['6.9.12', [6, 2, 0]],
  ['6.10.0', [6, 10, 0]],
  ['6.12.18', [6, 10, 0]],
  ['6.12.107+deb13-amd64', [6, 12, 19]],
  ['6.13', [6, 12, 19]],
  ['6.15.0', [6, 15, 0]],
  ['7.3.4', [6, 15, 0]],
  ['10.0', [6, 15, 0]],
])('%s spells the kernel crate as since %j', (release, since) => {
  expect(kernelCrate(release).since).toEqual(since);
});

test('a kernel older than the table gets its oldest row, and no or an odd release the newest', () => {
  expect(kernelCrate('5.10.0').since).toEqual([6, 1, 0]);
  expect(kernelCrate(null).since).toEqual([6, 15, 0]);
  expect(kernelCrate('custom').since).toEqual([6, 15, 0]);
});
