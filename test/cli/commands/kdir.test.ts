import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kdir } from '../../../src/cli/commands/kdir.ts';
import { parseOptions } from '../../../src/cli/options/options.ts';
import { temporaryFolder } from '../../write/folders.ts';

/** The command with these words; what it does on a real machine is seen in the lab. */
const run = (...words: string[]) => kdir.run(parseOptions(words, kdir.options));

test.each(['--pack=x.tar.xz', '--keep-source', '--dry-run'])('--unpack takes no %s', async (word) => {
  await expect(run('--unpack', 'a.tar.xz', word)).rejects.toThrow(/^--unpack builds nothing, so it takes no --/);
});

test('an archive that would take the place of a file is refused before anything is made', async () => {
  const file = join(temporaryFolder(), 'a.tar.xz');
  writeFileSync(file, 'dear');
  await expect(run('--pack', file)).rejects.toMatchObject({ code: 'kdir.occupied' });
});

test('a tree for another architecture is not packed, which is said before anything is made', async () => {
  await expect(run('--pack', 'a.tar.xz', '--arch', 'mips64el')).rejects.toMatchObject({
    code: 'kdir.foreign-pack',
    message: expect.stringMatching(/one would be for mips64el/),
  });
});

test('a kernel that is not there is refused, and nothing is left behind', async () => {
  const output = join(temporaryFolder(), 'tree');
  await expect(run('--kdir', '/no/such/headers', '--yes', '--output', output)).rejects.toMatchObject({
    code: 'kdir.not-ready',
  });
  expect(existsSync(output)).toBe(false);
});
