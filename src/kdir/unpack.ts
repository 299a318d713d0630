import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../failure.ts';
import { quoteInput } from '../scaffold/quote.ts';
import { hashing } from './checksum.ts';
import { layOver } from './lay-over.ts';
import { type KdirManifest, manifestFile, parseManifest } from './manifest.ts';
import { type ArchiveEntry, readEntries } from './unpack-entries.ts';
import { headersFor, type MachineFacts } from './unpack-fit.ts';

/** A manifest has 2 kB. */
const longestManifest = 262_144;

export interface UnpackOptions {
  /** Of this machine: all its kernels, or the named one alone. */
  facts: MachineFacts;
  /** Where the tree of a release is to be: an absolute path, where nothing is or an earlier tree of ours. */
  destination: (release: string) => string;
  /** Ends the work. */
  stop?: AbortSignal | undefined;
}

/**
 * Lays what `packTree` packed over this machine's headers, in a tree of its own. The tree appears when all of the archive was found
 * intact, complete and made for this machine; otherwise nothing does.
 * @param file the archive, which may come from anywhere
 * @throws UsageError or Failure in one sentence; nothing has changed then.
 */
export async function unpackTree(file: string, { facts, destination, stop }: UnpackOptions): Promise<KdirManifest> {
  const entries = readEntries(file, stop);
  try {
    const { files, ...origin } = await readManifest(await entries.next(), file);
    const manifest = { ...origin, headers: headersFor({ ...origin, files }, facts) };
    return await layOver(destination(manifest.release), manifest, async (tree) => {
      await putFiles(entries, new Map(Object.entries(files)), tree, file);
      return files;
    });
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
 */
async function putFiles(
  entries: AsyncIterable<ArchiveEntry>,
  missing: Map<string, string>,
  tree: string,
  file: string,
): Promise<void> {
  for await (const { name, isFile, content } of entries) {
    const checksum = missing.get(name);
    if (!isFile || checksum === undefined) {
      throw refuse(file, `holds ${quoteInput(name)}, which is no file of its manifest or comes twice`);
    }
    missing.delete(name);
    const { stream, checksum: found } = hashing();
    await mkdir(dirname(join(tree, name)), { recursive: true });
    await pipeline(content, stream, createWriteStream(join(tree, name)));
    if (found() !== checksum) throw refuse(file, `is damaged: ${name} in it is not what its manifest says`);
  }
  const [absent] = missing.keys();
  if (absent !== undefined) throw refuse(file, `is not whole: it lacks ${absent}`);
}

function refuse(file: string, what: string): Failure {
  return new Failure('kdir.archive', `${quoteInput(file)} ${what}: nothing of it was used.`);
}
