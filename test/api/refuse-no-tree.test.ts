import { expect, test } from 'vitest';
import { refuseNoTree } from '../../src/api/refuse-no-tree.ts';
import { refuseNamed } from '../../src/observe/refuse-named.ts';
import { facts, tree } from '../judge/facts.ts';
import { assess } from '../judge/judging.ts';

const named = (overrides: Parameters<typeof tree>[0]) =>
  facts({ kernels: [tree({ origin: 'named', dir: '/k', ...overrides })] });
const refusing = (overrides: Parameters<typeof tree>[0]) => () => refuseNoTree(assess(named(overrides)));

test('no module is written for what is no tree, and the reason is given', () => {
  expect(refusing({ state: 'not-a-tree' })).toThrow(/^\/k is no kernel tree\. Name another folder with --kdir/);
  expect(refusing({ state: 'missing' })).toThrow(/^There is nothing at \/k\./);
  expect(refusing({ state: 'missing' })).toThrow(expect.objectContaining({ code: 'kernel.no-tree' }));
});

test('headers that are only half here are told where the rest should be', () => {
  const common = '/usr/src/linux-headers-6.1.0-56-common/Makefile';
  expect(refusing({ state: 'not-a-tree', dangling: [common] })).toThrow(common);
  expect(refusing({ state: 'missing', dangling: ['/gone'] })).toThrow('/k leads to /gone, where nothing is.');
});

test('a tree is not refused, prepared or not, even when one of its links leads nowhere', () => {
  for (const state of ['headers', 'source', 'unprepared'] as const) refusing({ state, dangling: ['/rust'] })();
});

test.each(['latest', '6', '6.1.0-56-amd64; reboot', '../../etc', '6.1/x'])('--kernel %s means no kernel', (kernel) => {
  expect(() => refuseNamed({ kernel }, named({ state: 'missing' }))).toThrow(
    /is not a kernel release\. Give one as uname/,
  );
});

test.each(['..', '.', '../../etc', '6.1/../../x'])(
  '--kernel %s means no kernel, whatever is in that folder',
  (kernel) => {
    for (const state of ['headers', 'not-a-tree', 'unprepared'] as const) {
      expect(() => refuseNamed({ kernel }, named({ state }))).toThrow(/is not a kernel release/);
    }
  },
);

test('--kernel may name a tree of any name that is here', () => {
  expect(() => refuseNamed({ kernel: 'mine' }, named({ state: 'headers' }))).not.toThrow();
});

test.each([
  '6.1.0-56-amd64',
  '6.12.47+rpt-rpi-v8',
  '7.3.4+deb13-amd64',
  '6.6.87.2-microsoft-standard-WSL2',
  '7.0.0-rc1',
])('--kernel %s is a release, here or not', (kernel) => {
  expect(() => refuseNamed({ kernel }, named({ state: 'missing' }))).not.toThrow();
});

test('a tree in a path where Kbuild cannot build is refused', () => {
  expect(() => refuseNamed({}, named({ dir: '/my headers' }))).toThrow('has a space in its path');
});
