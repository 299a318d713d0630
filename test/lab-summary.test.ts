import { expect, it } from 'vitest';
import type { Cell } from './lab/ledger.ts';
import { summary } from './lab/summary.ts';

const loaded: Cell = {
  architecture: 'arm64',
  flavour: 'freestanding',
  kernel: '6.12.95+deb13-arm64',
  buildSeconds: 40.4,
  bootSeconds: 12,
  result: 'loaded',
};

it('a run of the lab ends with the cells by architecture, flavour and release, and the minutes that each stage took', () => {
  const cells: Cell[] = [
    {
      ...loaded,
      architecture: 's390x',
      flavour: 'rust-for-linux',
      buildSeconds: null,
      bootSeconds: null,
      result: 'refused',
    },
    loaded,
    { ...loaded, kernel: '6.1.0-56-arm64' },
  ];
  const bare = { folder: '/1', title: 'bare sid', seconds: 90 };
  const text = summary(
    cells,
    [bare, { folder: '/2', title: 'sid with make', seconds: 30 }, bare],
    [{ name: 'architectures.test.ts', seconds: 200 }],
  );
  expect(text).toBe(`\
  architecture  flavour         kernel               build  boot  result
  arm64         freestanding    6.1.0-56-arm64       40 s   12 s  loaded
  arm64         freestanding    6.12.95+deb13-arm64  40 s   12 s  loaded
  s390x         rust-for-linux  6.12.95+deb13-arm64  -      -     refused

  making it took  system, kept for the next run
  1.5 min         bare sid
  0.5 min         sid with make
  2.0 min         all together

  cases took  file, with the systems that were made for it
  3.3 min     architectures.test.ts
`);
});
