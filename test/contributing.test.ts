import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const quoted = [...page.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

it('names files and folders that there are', () => {
  const paths = quoted.filter(
    (text) => /^(?:src|test|templates|docs|generators)\/[\w./-]*$/.test(text) && !/[A-Z]{2}/.test(text),
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('names rooms that there are', () => {
  const rooms = page.split('\n').flatMap((line) => (/^\| (`\w+`.*?) \|/.exec(line)?.[1] ?? '').match(/`\w+`/g) ?? []);
  expect(rooms.length).toBeGreaterThan(10);
  expect(rooms.filter((room) => !existsSync(join(root, 'src', room.replaceAll('`', ''))))).toEqual([]);
});

it('names commands that there are', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = quoted
    .flatMap((text) => /^npm (?:run )?([\w:]+)/.exec(text)?.[1] ?? [])
    .filter((name) => name !== 'ci');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const tested = quoted.flatMap((text) => /^npx vitest run (.*)/.exec(text)?.[1]?.split(' ') ?? []);
  expect(tested.filter((word) => word !== '--update' && !existsSync(join(root, word)))).toEqual([]);
});
