import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitAuthor } from '../../../src/observe/host/git-author.ts';
import { temporaryFolder } from '../../write/folders.ts';

/** An environment whose only program is this `git`. */
function withGit(script: string): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  return { PATH: folder };
}

test('name and address make the author, and the last of several values holds', async () => {
  const env = withGit(
    String.raw`printf 'user.name\nJane\nDoe\0user.email\nold@example.org\0user.email\njane@example.org\0'`,
  );
  expect(await gitAuthor('/', env)).toBe('Jane\nDoe <jane@example.org>');
});

test('the name alone will do', async () => {
  expect(await gitAuthor('/', withGit(String.raw`printf 'user.name\nJane Doe\0'`))).toBe('Jane Doe');
});

test.each([
  ['an address without a name', String.raw`printf 'user.email\njane@example.org\0'`],
  ['a name without a value', String.raw`printf 'user.name\0'`],
  ['nothing configured', 'exit 1'],
  ['a git that crashes', 'kill -9 $$'],
])('there is no author with %s', async (_, script) => {
  expect(await gitAuthor('/', withGit(script))).toBeNull();
});

test('there is no author without git', async () => {
  expect(await gitAuthor('/', { PATH: temporaryFolder() })).toBeNull();
});
