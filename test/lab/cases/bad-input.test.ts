import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { listFiles } from '../files.ts';
import { commandLine } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import type { RunOptions } from '../start.ts';
import { bookworm } from '../systems.ts';
import { quote } from '../terminal.ts';

const ordinary = { user: 'lab' } as const;
const newHello = commandLine('new', 'hello', '--flavour', 'freestanding', '--yes');

/** Refused with one sentence on stderr (a note about the machine may go before), an exit status, and nothing on stdout. */
async function expectRefusal(
  root: Root,
  argv: string[],
  status: number,
  options: RunOptions,
  sentence: RegExp,
): Promise<void> {
  const { stdout, stderr } = expectStatus(await run(root, argv, options), status);
  const refusals = stderr.split('\n').filter((line) => line.startsWith('kernel-rust-module: '));
  say(refusals.join('\n'));
  expect(stdout).toBe('');
  expect(refusals).toEqual([expect.stringMatching(sentence)]);
  expect(stderr.trimEnd().endsWith(refusals.join())).toBe(true);
}

labCase('an ordinary user who may not write here is told so, and nothing is written', async () => {
  const root = await debianRoot(bookworm);
  await succeed(root, ['mkdir', '--mode=755', '/srv/theirs']);
  await expectRefusal(root, newHello, 1, { ...ordinary, cwd: '/srv/theirs' }, /\/srv\/theirs.*permission denied/);
  expect(await listFiles(root, '/srv/theirs')).toEqual([]);
});

labCase('an ordinary user who may not read the kernel tree is told so', async () => {
  const root = await debianRoot(bookworm);
  await succeed(root, ['mkdir', '--mode=700', '/srv/secret']);
  const told = /\/srv\/secret.*(read|permission)/i;
  const { stdout } = expectStatus(await run(root, commandLine('probe', '--kdir', '/srv/secret'), ordinary), 1);
  expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(told);
  await expectRefusal(root, [...newHello, '--kdir', '/srv/secret'], 1, ordinary, told);
  expect(await listFiles(root, '/home/lab')).toEqual([]);
});

labCase('a full disk is reported, and leaves the folder as it was', async () => {
  const root = await debianRoot(bookworm);
  const onFullDisk = `mkdir /srv/full && mount -t tmpfs -o size=16k,mode=777 full /srv/full && cd /srv/full && echo mine >notes
    setpriv --reuid 1000 --regid 1000 --clear-groups ${newHello.map(quote).join(' ')}
    echo "status $?"; ls -A; cat notes`;
  const { stdout, stderr } = await succeed(root, ['sh', '-c', onFullDisk]);
  say(stderr.trim());
  expect(stderr).toMatch(/full|space/i);
  expect(stdout).toMatch(/^status [12]\nnotes\nmine\n$/);
});

labCase('names that cannot be a module’s are refused, and nothing is written', async () => {
  const root = await debianRoot(bookworm);
  const names = [
    'a b',
    'a/b',
    'a.b',
    '_',
    'obj',
    'printk',
    '-x',
    'fn',
    'int',
    'x'.repeat(56),
    'a"b',
    '$(id)',
    'a\nb',
    'ä',
    '',
  ];
  for (const name of names) {
    await expectRefusal(root, commandLine('new', '--flavour', 'freestanding', '--yes', '--', name), 2, ordinary, /\S/);
  }
  expect(await listFiles(root, '/home/lab')).toEqual([]);
});

labCase('a folder whose path Kbuild could not build in is refused', async () => {
  const root = await debianRoot(bookworm);
  for (const folder of ['/home/lab/with space', '/home/lab/with:colon']) {
    await succeed(root, ['mkdir', folder], ordinary);
    await expectRefusal(root, newHello, 2, { ...ordinary, cwd: folder }, /space|colon/);
    expect(await listFiles(root, folder)).toEqual([]);
  }
});
