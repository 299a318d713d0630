import { cp, mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../../model/failure.ts';
import { readRegular } from '../../system/files/regular-file.ts';
import { buildRules } from './build-rules.ts';

/** Name of the makefile in the build folder. */
export const rules = 'rust.mk';

/** Parts of the headers' own folder that building reads, and may write anew: these are copied. */
const copied = ['.config', 'arch', 'include/generated', 'include/config/auto.conf', 'include/config/kernel.release'];

/** Programs of the distribution's build that building runs: recordmcount on architectures whose compiler does not do its work, such as 32-bit ARM and LoongArch. */
const linked = ['scripts/basic/fixdep', 'scripts/recordmcount', 'tools/objtool'];

/**
 * Puts a build folder together in which the kernel is configured as the distribution's was, to the byte: its configuration
 * and generated headers are not made again, but taken from the headers' folder.
 * @param build a folder that does not exist yet
 */
export async function layBuild(build: string, { source, headers }: { source: string; headers: string }): Promise<void> {
  await Promise.all(
    ['include/config', ...linked.map(dirname)].map((folder) => mkdir(join(build, folder), { recursive: true })),
  );
  await Promise.all([
    ...copied.map((path) => cp(join(headers, path), join(build, path), { recursive: true, dereference: true })),
    ...linked.map((path) => symlink(join(headers, path), join(build, path))),
    // Kbuild looks there for what the configuration was made from. It is made from nothing here: it stands as it is.
    writeFile(join(build, 'include/config/auto.conf.cmd'), ''),
    writeFile(join(build, rules), buildRules(source)),
  ]);
  // Kbuild configures anew where this is not older than what was made from it.
  await utimes(join(build, '.config'), 0, 0);
}

/**
 * The folder with the part of the headers that all configurations of a kernel share.
 * @throws Failure for headers that have no such part.
 */
export async function sharedHeaders(headers: string): Promise<string> {
  const makefile = await readRegular(join(headers, 'Makefile'));
  const shared = /^include +(\/\S+)\/Makefile$/m.exec(makefile)?.[1];
  if (shared !== undefined) return shared;
  throw new Failure(
    'kdir.headers',
    `${headers} is not laid out as Debian's kernel headers are, so no tree can be made of it.`,
  );
}

/**
 * Adds the kernel's C headers to a source folder: links to the distribution's own, as they are installed. `include` and `include/uapi`
 * are folders of their own, since the kernel leaves them by `../..` for what only the source has (`drivers/base/base.h`).
 * @param shared the part of the headers that all configurations share
 */
export async function addHeaders(shared: string, source: string): Promise<void> {
  await mkdir(join(source, 'include/uapi'), { recursive: true });
  await symlink(join(shared, 'arch'), join(source, 'arch'));
  await linkEntries(join(shared, 'include'), join(source, 'include'), ['uapi']);
  await linkEntries(join(shared, 'include/uapi'), join(source, 'include/uapi'), []);
}

async function linkEntries(from: string, to: string, but: readonly string[]): Promise<void> {
  const names = (await readdir(from)).filter((name) => !but.includes(name));
  await Promise.all(names.map((name) => symlink(join(from, name), join(to, name))));
}
