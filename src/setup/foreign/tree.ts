import { lstat, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../model/failure.ts';
import { headersIn } from '../../observe/host/foreign.ts';
import { isFile, stat } from '../../system/files/files.ts';
import { readRegular } from '../../system/files/regular-file.ts';
import { replaceFolder } from '../../tree/lay/lay-destination.ts';
import type { DebianNames, ForeignApt } from './apt.ts';

/** The packages that a kernel's headers are made of. */
export interface HeadersPackages {
  /** `6.1.0-56-arm64`. */
  release: string;
  /** By the names that apt takes: the host's own programs with its own architecture. */
  packages: string[];
}

/**
 * Finds the newest headers that a meta package leads to.
 * @param meta `linux-headers-arm64`
 * @param trouble what apt said where its lists could not be brought up to date
 * @throws Failure where apt's lists have none.
 */
export async function findHeaders(
  apt: ForeignApt,
  meta: string,
  { foreign, native }: DebianNames,
  trouble: string | null,
): Promise<HeadersPackages> {
  const release = releaseIn((await apt.field(`${meta}:${foreign}`, 'Depends')) ?? '');
  const depends = release && (await apt.field(`linux-headers-${release}:${foreign}`, 'Depends'));
  const { common, kbuild } = partsIn(depends ?? '');
  if (release && common && kbuild) {
    await refuseOutOfStep(apt, { release, kbuild, foreign, native });
    return { release, packages: [`linux-headers-${release}:${foreign}`, common, `${kbuild}:${native}`] };
  }
  const reason =
    trouble === null ? `see that its sources offer that architecture` : `it says ${trouble.trim().replace(/\.$/, '')}`;
  throw new Failure('foreign.no-headers', `apt finds no kernel headers ${meta} for ${foreign}: ${reason}.`);
}

/** In an unstable archive one architecture's kernel may be built before another's, for days. */
async function refuseOutOfStep(
  apt: ForeignApt,
  { release, kbuild, foreign, native }: DebianNames & { release: string; kbuild: string },
): Promise<void> {
  if ((await apt.field(`${kbuild}:${native}`, 'Version')) !== null) return;
  throw new Failure(
    'foreign.out-of-step',
    `apt's newest kernel headers for ${foreign} are of ${release}, and ${kbuild}, with which modules are built for them, is not there for ${native}: the archive is out of step, so try again when it has both.`,
  );
}

/** Of a meta package's Depends. In 7.x it names the headers behind others. */
function releaseIn(depends: string): string | null {
  return /(?:^|, )linux-headers-(\d[^\s,]*)/.exec(depends)?.[1] ?? null;
}

/** What a release's headers share with other architectures, and Kbuild's programs: Debian's names for both. */
function partsIn(depends: string): { common: string | undefined; kbuild: string | undefined } {
  return {
    common: /(?:^|, )(linux-headers-\d[^\s,]*-common[^\s,]*)/.exec(depends)?.[1],
    kbuild: /(?:^|, )(linux-kbuild-\d[^\s,]*)/.exec(depends)?.[1],
  };
}

/** What keeps a folder from being headers that were unpacked, or a part of them, as the rest of a sentence; null where nothing does. */
export async function whyNotUnpacked(folder: string): Promise<string | null> {
  if (!(await lstat(folder)).isDirectory()) return 'is not a folder';
  const foreign = (await readdir(folder)).find((name) => name !== 'usr' && name !== 'lib');
  return foreign === undefined ? null : `holds ${foreign}, which kernel-rust-module did not put there`;
}

/**
 * Unpacks a kernel's headers so that Kbuild can build against them where they lie. The tree appears whole or not at all.
 * @param tree an absolute path
 * @param downloads a folder that is not there, for the packages
 * @throws Failure where they cannot be had, or are laid out in a way that is not known.
 */
export async function layForeignTree(
  apt: ForeignApt,
  { release, packages }: HeadersPackages,
  tree: string,
  downloads: string,
): Promise<void> {
  await replaceFolder(tree, whyNotUnpacked, async (folder) => {
    await apt.unpack(packages, folder, downloads);
    // Links lead to lib, which is usr/lib on every Debian system.
    if (stat(join(folder, 'lib')) === null) await symlink('usr/lib', join(folder, 'lib'));
    const headers = headersIn(folder, release);
    const makefile = join(headers, 'Makefile');
    if (!isFile(makefile) || !isFile(join(headers, 'scripts/basic/fixdep'))) {
      throw new Failure(
        'foreign.layout',
        `The packages ${packages.join(' ')} are not laid out as Debian's kernel headers are: something in them leads nowhere.`,
      );
    }
    await writeFile(makefile, movedMakefile(await readRegular(makefile), tree));
  });
}

/**
 * The Makefile of headers that lie elsewhere than where their package would put them.
 * @param tree the folder that stands for `/`
 */
export function movedMakefile(text: string, tree: string): string {
  return text.replace(
    /^(include +|KBUILD_OUTPUT *:?= *)(\/usr\/src\/\S+)$/gm,
    (_, word, path) => `${word}${tree}${path}`,
  );
}
