import { expect, test } from 'vitest';
import { refuseNamedTree } from '../src/refuse-named-tree.ts';
import { facts, tree } from './judge/facts.ts';

const refusing = (overrides: Parameters<typeof tree>[0]) => () =>
  refuseNamedTree(facts({ kernels: [tree({ origin: 'named', dir: '/k', ...overrides })] }));

test('what is no tree is refused, with the reason', () => {
  expect(refusing({ state: 'not-a-tree' })).toThrow('"/k" is no kernel tree: it holds no Makefile of Kbuild.');
  expect(refusing({ state: 'missing' })).toThrow('it is not there.');
});

test('headers that are only half here are told where the rest should be', () => {
  const common = '/usr/src/linux-headers-6.1.0-56-common/Makefile';
  expect(refusing({ state: 'not-a-tree', dangling: [common] })).toThrow(`it leads to ${common}, where nothing is.`);
});

test('a tree is not refused, prepared or not, even when one of its links leads nowhere', () => {
  for (const state of ['headers', 'source', 'unprepared'] as const) refusing({ state, dangling: ['/rust'] })();
  expect(() => refuseNamedTree(facts({ kernels: [tree({ state: 'missing', origin: 'running' })] }))).not.toThrow();
});
