import { stat } from 'node:fs/promises';
import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { exists } from '../files.ts';
import { asUser, backports, userCache } from '../kdir.ts';
import { exerciseKind } from '../kinds.ts';
import { commandLine, probe } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import { trixieEnabled, trixieFleet } from '../systems.ts';

const flavour = 'rust-for-linux';

labCase('what kdir packs is used by another machine, which has none of what making it takes', async () => {
  const { root, release } = await backports();
  const one = await root();
  const file = '/home/lab/metadata.tar.xz';
  const packed = await succeed(one, commandLine('kdir', '--pack', file), asUser);
  const { size, archive } = await lend(one, file);
  say(`packed ${(size / 1e6).toFixed(0)} MB in ${packed.seconds.toFixed(0)} s`);

  const other = await debianRoot(trixieFleet);
  other.binds = { ...other.binds, [archive]: '/lab/metadata.tar.xz' };
  expect((await probe(other, asUser)).verdicts[flavour].status).not.toBe('ready');
  const unpacked = await succeed(other, commandLine('kdir', '--unpack', '/lab/metadata.tar.xz'), asUser);
  say(`unpacked in ${unpacked.seconds.toFixed(0)} s`);
  expect(unpacked.stdout).toBe(`${userCache}/trees/${release}\n`);
  expect((await probe(other, asUser)).verdicts[flavour].status).toBe('ready');
  await exerciseKind(other, { flavour, kind: 'misc-device' }, new RegExp(release.slice(0, 3)), asUser);

  // Another kernel's machine has no use for it.
  const stranger = await debianRoot(trixieEnabled);
  stranger.binds = { ...stranger.binds, [archive]: '/lab/metadata.tar.xz' };
  const refused = expectStatus(await run(stranger, commandLine('kdir', '--unpack', '/lab/metadata.tar.xz'), asUser), 1);
  say(refused.stderr.trim());
  expect(refused.stderr).toContain(release);
  expect(await exists(stranger, `${userCache}/trees`)).toBe(false);
});

/** The file as this machine sees it, for other roots to be lent. */
async function lend({ upper }: Root, file: string): Promise<{ archive: string; size: number }> {
  const archive = `${upper}${file}`;
  return { archive, size: (await stat(archive)).size };
}
