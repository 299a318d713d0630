import { Failure } from '../../model/failure.ts';
import { type KdirManifest, longestManifest, manifestFile, parseManifest } from '../../model/tree-manifest.ts';
import { quoteInput, quotePath } from '../../text/quote.ts';
import { refuseFullDisk } from '../disk.ts';
import { keepForeign } from '../lay/lay-destination.ts';
import { layOver } from '../lay/lay-over.ts';
import { linkSources } from '../lay/link-sources.ts';
import { putFile } from '../lay/put-file.ts';
import type { Places } from '../places.ts';
import { lockPlaces } from '../prepare-places.ts';
import { type Allowance, type ArchiveEntry, mostBehind, mostBytes, readEntries } from './unpack-entries.ts';
import { headersFor, type MachineFacts } from './unpack-fit.ts';

export interface UnpackOptions {
  /** Of this machine: all its kernels, or the named one alone. */
  facts: MachineFacts;
  /** Where things are to be for a release, the tree where nothing is or an earlier tree of ours. */
  places: (release: string) => Places;
  /** A line for people. */
  say: (text: string) => void;
  /** Ends the work. */
  stop?: AbortSignal | undefined;
}

/**
 * Lays what `packTree` packed over this machine's headers, in a tree of its own. The tree appears when all of the archive was found
 * intact, complete and made for this machine; otherwise nothing does.
 * @param file the archive, which may come from anywhere
 * @throws UsageError or Failure in one sentence; nothing has changed then.
 */
export async function unpackTree(file: string, { facts, places, say, stop }: UnpackOptions): Promise<KdirManifest> {
  const allowance = { bytes: mostBytes };
  const entries = readEntries(file, allowance, stop);
  try {
    const { files, ...origin } = await readManifest(await entries.next(), file);
    const manifest = { ...origin, headers: headersFor({ ...origin, files }, facts) };
    const here = places(manifest.release);
    const release = await lockPlaces(here, manifest.release);
    try {
      await keepForeign(here, say);
      const whole = await layOver(here.tree, manifest, async (tree) => {
        await putFiles(entries, { missing: new Map(Object.entries(files)), allowance }, tree, file);
        return files;
      });
      await linkSources(here);
      return whole;
    } finally {
      await release();
    }
  } finally {
    await entries.return();
  }
}

async function readManifest({ value }: IteratorResult<ArchiveEntry, void>, file: string): Promise<KdirManifest> {
  if (!value?.isFile || value.name !== manifestFile || value.size > longestManifest) {
    throw refuse(file, `does not begin with ${manifestFile}, so it is no archive that kdir --pack made`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of value.content) chunks.push(chunk);
  return parseManifest(Buffer.concat(chunks).toString(), `${file}/${manifestFile}`);
}

/**
 * Writes an archive's files into a tree. Only names that the manifest lists are ever made to paths, and it lists none that lead out.
 * @param missing checksums by path, of all that has to come
 * @param allowance how much may come
 */
async function putFiles(
  entries: AsyncIterable<ArchiveEntry>,
  { missing, allowance }: { missing: Map<string, string>; allowance: Allowance },
  tree: string,
  file: string,
): Promise<void> {
  for await (const { name, isFile, size, content } of entries) {
    const checksum = missing.get(name);
    if (!isFile || checksum === undefined) {
      throw refuse(file, `holds ${quoteInput(name)}, which is no file of its manifest or comes twice`);
    }
    missing.delete(name);
    if (missing.size === 0) allowance.bytes = Math.min(allowance.bytes, size + mostBehind);
    await refuseFullDisk([{ folder: tree, bytes: size }]);
    if ((await putFile(content, { tree, path: name })) !== checksum)
      throw refuse(file, `is damaged: ${name} in it is not what its manifest says`);
  }
  const [absent] = missing.keys();
  if (absent !== undefined) throw refuse(file, `is not whole: it lacks ${absent}`);
}

function refuse(file: string, what: string): Failure {
  return new Failure('kdir.archive', `${quotePath(file)} ${what}: nothing of it was used.`);
}
