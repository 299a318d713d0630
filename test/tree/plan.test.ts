import { expect, test } from 'vitest';
import { describePlan, type Plan, workBytes } from '../../src/tree/plan.ts';

const plan: Plan = {
  kernel: { release: '7.3.4+deb13-amd64', headers: '/usr/src/headers' },
  means: {
    architecture: 'x86_64',
    rustc: { path: '/usr/bin/rustc', line: 'rustc 1.85.1 (4eb161250 2025-03-15)' },
    bindgen: { path: '/usr/bin/bindgen', line: 'bindgen 0.71.1' },
    cc: 'gcc-14',
    hostCc: 'gcc-14',
    cross: [],
    sourcePackage: 'linux-source-7.3',
  },
  source: { package: 'linux-source-7.3', version: '7.3.4-1~bpo13+1', archive: null, downloadBytes: 165_795_560 },
  places: {
    cache: '/c',
    isCached: true,
    tree: '/c/trees/7.3.4',
    work: '/c/work/7.3.4',
    downloads: '/c/downloads',
    log: '/c/log',
  },
};

test('a plan names the package, what it downloads, the tools, and the places with their sizes', () => {
  const text = describePlan(plan);
  expect(text).toContain('linux-source-7.3 7.3.4-1~bpo13+1, 166 MB to download');
  expect(text).toContain('rustc 1.85.1 (4eb161250 2025-03-15); bindgen 0.71.1; gcc-14');
  expect(text).toMatch(/tree +\/c\/trees\/7\.3\.4, \d+ MB/);
  expect(text).toMatch(/meanwhile \d+ MB in \/c\/work\/7\.3\.4/);
});

test('an installed source is not downloaded, and takes less room', () => {
  const installed = { ...plan.source, archive: '/usr/src/linux-source-7.3.tar.xz', downloadBytes: 0 };
  expect(describePlan({ ...plan, source: installed })).toContain('7.3.4-1~bpo13+1, which is installed');
  expect(workBytes(installed)).toBe(workBytes(plan.source) - 2 * plan.source.downloadBytes);
});
