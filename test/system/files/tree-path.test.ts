import { join } from 'node:path';
import { expect, test } from 'vitest';
import { followInside } from '../../../src/system/files/tree-path.ts';
import { pretendMachine } from '../../observe/pretend-machine.ts';

test('links are followed as if the folder were the whole system', () => {
  const { root, file, link } = pretendMachine();
  file('usr/src/headers/Makefile');
  link('lib', 'usr/lib');
  link('usr/lib/modules/6.1/build', '/usr/src/headers');
  link('usr/src/latest', '../../../../../usr/src/./headers');
  const follow = (path: string) => followInside(root, join(root, path));
  expect(follow('lib/modules/6.1/build/Makefile')).toBe(join(root, 'usr/src/headers/Makefile'));
  expect(follow('usr/src/latest/Makefile')).toBe(join(root, 'usr/src/headers/Makefile'));
  expect(follow('usr/src/gone/Makefile')).toBe(join(root, 'usr/src/gone/Makefile'));
});

test('links that lead in a circle are given up on', () => {
  const { root, link } = pretendMachine();
  link('a', 'b');
  link('b', '/a');
  expect(followInside(root, join(root, 'a/file'))).toMatch(new RegExp(`^${root}/[ab]/file$`));
});
