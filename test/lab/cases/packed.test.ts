import { basename } from 'node:path';
import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { labFolders } from '../folders.ts';
import { make } from '../product.ts';
import { expectStatus, succeed } from '../run.ts';
import { say } from '../say.ts';
import { bookwormReady } from '../systems.ts';

const prefix = '/home/lab/prefix';
const user = { user: 'lab', env: { npm_config_prefix: prefix } } as const;
const answers = ['hello', '--flavour', 'freestanding', '--yes'];

labCase(
  'installed beside a real yo by an ordinary user, yo and the command line write the same bytes, and they build',
  async () => {
    const root = await debianRoot(bookwormReady);
    const { tarball } = labFolders();
    const packed = `/lab/${basename(tarball)}`;
    const withTarball = { ...root, binds: { ...root.binds, [tarball]: packed } };
    await succeed(withTarball, ['npm', 'install', '--global', 'yo@7', packed], user);

    const generators = await succeed(root, [`${prefix}/bin/yo`, '--generators'], user);
    say(generators.stdout.trim().replaceAll('\n', '\n    '));
    const found = generators.stdout
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /^[\w:-]+$/.test(line));
    expect(found).toEqual(['kernel-rust-module']);

    await succeed(root, ['mkdir', 'by-yo', 'by-command'], user);
    await succeed(root, [`${prefix}/bin/yo`, 'kernel-rust-module', ...answers], { ...user, cwd: '/home/lab/by-yo' });
    await succeed(root, [`${prefix}/bin/kernel-rust-module`, 'new', ...answers], {
      ...user,
      cwd: '/home/lab/by-command',
    });
    const { stdout } = await succeed(root, ['diff', '--recursive', 'by-yo', 'by-command'], user);
    expect(stdout).toBe('');

    const { output, seconds } = expectStatus(await make(root, '/home/lab/by-yo/hello', ['boot'], user), 0);
    say(`built and booted by an ordinary user in ${seconds.toFixed(0)} s`);
    expect(output).toMatch(/hello: boot OK/);
  },
);
