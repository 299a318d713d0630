import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packageFolder } from '../package-folder.ts';

/** Reads a folder of templates, this package's own unless told otherwise: path below it → text. */
export async function readTemplates(folder: string = join(packageFolder, 'templates')): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return new Map(files.map((file, i) => [relative(folder, file), texts[i] ?? '']));
}
