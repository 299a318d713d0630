import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { bringBusybox } from '../../../src/setup/foreign/busybox.ts';
import { fakeApt } from './fake-apt.ts';

async function folders(): Promise<{ place: string; work: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'foreign-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { place: join(folder, 'busybox'), work: join(folder, 'work') };
}

const aptWith = (path: string) =>
  fakeApt({}, async (_, folder) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), 'program');
  });

it.each(['bin/busybox', 'usr/bin/busybox'])('takes %s out of the package, ready to be run', async (path) => {
  const { place, work } = await folders();
  const apt = aptWith(path);
  await bringBusybox(apt, 'ppc64el', place, work);
  expect(apt.unpacked).toEqual(['busybox-static:ppc64el']);
  expect(await readFile(place, 'utf8')).toBe('program');
  expect((await stat(place)).mode & 0o777).toBe(0o755);
});

it('puts nothing there of a package without one', async () => {
  const { place, work } = await folders();
  await expect(bringBusybox(aptWith('bin/toybox'), 'arm64', place, work)).rejects.toThrow(/has no busybox in it/);
  expect(await readdir(dirname(place))).toEqual(['work']);
});
