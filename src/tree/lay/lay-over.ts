import { access, mkdir, readdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../model/failure.ts';
import { type KdirManifest, manifestFile, renderManifest } from '../../model/tree-manifest.ts';
import { differingStock, stockChecksums } from '../../system/files/checksum.ts';
import { errnoOf } from '../../system/files/errno.ts';
import { readRegular } from '../../system/files/regular-file.ts';
import { quotePath } from '../../text/quote.ts';
import { refuseDestination, replaceFolder } from './lay-destination.ts';
import { ownMakefile } from './lay-makefile.ts';
import { whyNotOurs } from './ours.ts';

/**
 * Makes a tree over stock headers. Its parts are links to theirs, since that takes no room, keeps up with what their package's updates
 * mend, and suits Kbuild, which writes into no tree that modules are built against.
 * @param destination an absolute path, where nothing is or an earlier tree of ours
 * @param manifest what the tree is made from, its `headers` and their checksums among it
 * @param putFiles puts the tree's own files below the folder, in `rust` and `scripts`, which are there, and says their checksums
 * @throws Failure or UsageError where that cannot be; nothing has changed then.
 */
export async function layOver(
  destination: string,
  manifest: Omit<KdirManifest, 'files'>,
  putFiles: (tree: string) => Promise<KdirManifest['files']>,
): Promise<KdirManifest> {
  await refuseDestination(destination);
  // Links of other packages may lead there, such as /lib/modules/RELEASE/build.
  const headers = await realpath(manifest.headers).catch(() => manifest.headers);
  const found = await readHeaders(headers);
  const makefile = await ownMakefile(found.makefile, headers, destination);
  refuseOtherBuild({ ...manifest, headers }, found.stock);
  return replaceFolder(destination, whyNotOurs, async (tree) => {
    await writeFile(join(tree, 'Makefile'), makefile);
    for (const folder of ['rust', 'scripts']) await mkdir(join(tree, folder));
    const whole = { ...manifest, headers, files: await putFiles(tree) };
    await writeFile(join(tree, manifestFile), renderManifest(whole));
    await linkRest(headers, tree);
    await linkRest(join(headers, 'scripts'), join(tree, 'scripts'));
    return whole;
  });
}

async function readHeaders(headers: string): Promise<{ makefile: string; stock: KdirManifest['stock'] }> {
  try {
    await access(join(headers, 'scripts'));
    return { makefile: await readRegular(join(headers, 'Makefile')), stock: await stockChecksums(headers) };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    const sentence = `There are no kernel headers in ${quotePath(headers)}, or a part of them is missing: install their package again.`;
    throw new Failure('kdir.headers', sentence);
  }
}

/** Links to each entry of a folder that has no counterpart yet. */
async function linkRest(from: string, to: string): Promise<void> {
  const own = await readdir(to);
  const names = (await readdir(from)).filter((name) => !own.includes(name));
  await Promise.all(names.map((name) => symlink(join(from, name), join(to, name))));
}

function refuseOtherBuild(
  { headers, release, source, stock }: Omit<KdirManifest, 'files'>,
  now: KdirManifest['stock'],
): void {
  const changed = differingStock(now, stock);
  if (changed === undefined) return;
  throw new Failure(
    'kdir.stock',
    `The headers in ${quotePath(headers)} are of another build of Linux ${release} than the Rust metadata, which was made from ${source.package} ${source.version}, since ${changed} differs: install that version of the headers, or run kernel-rust-module kdir --kernel ${release}`,
  );
}
