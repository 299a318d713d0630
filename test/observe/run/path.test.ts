import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { pretendMachine } from '../pretend-machine.ts';

const paths = (programs: { path: string }[]) => programs.map(({ path }) => path);

test('a program is found in the order of PATH', () => {
  const { root, script } = pretendMachine();
  const [second, first] = [script('b/make'), script('a/make')];
  const path = programPath(`${root}/a:${root}/b`);
  expect(paths(path.all('make'))).toEqual([first, second]);
  expect(path.first('make')?.path).toBe(first);
});

test('a file that may not be executed gives way to one that may, and counts when it is the only one', () => {
  const { root, file, script } = pretendMachine();
  file('a/make');
  file('a/ld');
  const usable = script('b/make');
  const path = programPath(`${root}/a:${root}/b`);
  expect(path.first('make')).toMatchObject({ path: usable, executable: true });
  expect(path.first('ld')).toMatchObject({ path: join(root, 'a/ld'), executable: false });
});

test('folders and broken links are no programs', () => {
  const { root, folder, link } = pretendMachine();
  folder('bin/make');
  link('bin/ld', '/nowhere/ld');
  link('bin/gcc', 'gcc');
  const path = programPath(join(root, 'bin'));
  expect([path.first('make'), path.first('ld'), path.first('gcc')]).toEqual([null, null, null]);
});

test('a folder that PATH holds twice, or once more through a link, counts once', () => {
  const { root, script, link } = pretendMachine();
  const make = script('usr/bin/make');
  link('sbin', 'usr/bin');
  expect(paths(programPath(`${root}/usr/bin:${root}/sbin:${root}/usr/bin`).all('make'))).toEqual([make]);
});

test('versioned names come from the newest number to the oldest, wherever they lie', () => {
  const { root, script } = pretendMachine();
  for (const name of ['a/gcc-9', 'b/gcc-12', 'a/gcc-12.1', 'a/gcc-ar-12', 'a/gcc-', 'a/gcc-nightly', 'a/xgcc-13'])
    script(name);
  const found = paths(programPath(`${root}/a:${root}/b`).versioned('gcc'));
  expect(found).toEqual([`${root}/a/gcc-12.1`, `${root}/b/gcc-12`, `${root}/a/gcc-9`]);
});

test('what holds a slash is a path, not a name', () => {
  const { bin, script } = pretendMachine();
  const rustc = script('opt/rustc');
  expect(programPath(bin).first(rustc)?.path).toBe(rustc);
  expect(programPath(bin).first(`${bin}/rustc`)).toBeNull();
});

test.each([undefined, '', '/nowhere:/dev/null:'])('a PATH without programs (%j) holds none', (value) => {
  expect(programPath(value).first('no-program-has-this-name')).toBeNull();
});

test('the plain name goes before versioned ones, which may be all there are', () => {
  const { bin, script } = pretendMachine();
  const [older, newer] = [script('gcc-9'), script('gcc-12')];
  expect(paths(programPath(bin).plainAndVersioned('gcc'))).toEqual([newer, older]);
  const plain = script('gcc');
  expect(paths(programPath(bin).plainAndVersioned('gcc'))).toEqual([plain, newer, older]);
});

test('links that lead in a circle, as folders and as programs, are passed by', () => {
  const { root, script, link } = pretendMachine();
  link('a', 'b');
  link('b', 'a');
  link('bin/up', '..');
  link('bin/ld', 'ld-1');
  link('bin/ld-1', 'ld');
  const make = script('make');
  const path = programPath(`${root}/a:${root}/b:${root}/bin/up/bin/up/bin:${root}/bin`);
  expect(paths(path.all('make')).map((found) => found.endsWith('/make'))).toEqual([true]);
  expect(path.first('make')?.real).toBe(make);
  expect(path.plainAndVersioned('ld')).toEqual([]);
});

test('10,000 entries, there or not, are searched in less than a second of processor time', () => {
  const { root, folder, script } = pretendMachine();
  const make = script('last/make');
  const there = Array.from({ length: 100 }, (_, index) => folder(`many/${index}`));
  const missing = Array.from({ length: 9900 }, (_, index) => join(root, `none/${index}`));
  const before = process.cpuUsage();
  const path = programPath([...there, ...missing, join(root, 'last')].join(':'));
  for (const name of ['rustc', 'gcc', 'clang', 'llvm-config', 'bindgen', 'make']) path.plainAndVersioned(name);
  expect(path.first('make')?.path).toBe(make);
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(1e6);
});
