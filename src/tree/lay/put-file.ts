import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hashing } from '../../system/files/checksum.ts';

/**
 * Writes one of a tree's own files, which is not there yet.
 * @returns its checksum
 */
export async function putFile(
  content: AsyncIterable<Buffer>,
  { tree, path }: { tree: string; path: string },
  stop?: AbortSignal,
): Promise<string> {
  const { stream, checksum } = hashing();
  const place = join(tree, path);
  await mkdir(dirname(place), { recursive: true });
  // make starts the script by its name.
  const mode = path.endsWith('.py') ? 0o777 : 0o666;
  await pipeline(content, stream, createWriteStream(place, { flags: 'wx', mode }), { signal: stop });
  return checksum();
}
