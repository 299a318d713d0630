import { dirname } from 'node:path';
import type { Root } from './root.ts';
import { run, succeed } from './run.ts';
import type { RunOptions } from './start.ts';

/** Writes a file inside a root, and the folders above it. */
export async function writeFile(root: Root, path: string, text: string, options: RunOptions = {}): Promise<void> {
  await succeed(root, ['mkdir', '-p', dirname(path)], options);
  await succeed(root, ['tee', path], { ...options, input: text });
}

/** A file inside a root as text. */
export async function readFile(root: Root, path: string): Promise<string> {
  return (await succeed(root, ['cat', path])).stdout;
}

/** Replaces a text that must be there. */
export async function edit(root: Root, path: string, from: string, to: string): Promise<void> {
  const text = await readFile(root, path);
  if (!text.includes(from)) throw new Error(`${path} does not hold ${JSON.stringify(from)}:\n${text}`);
  await writeFile(
    root,
    path,
    text.replace(from, () => to),
  );
}

export async function exists(root: Root, path: string): Promise<boolean> {
  return (await run(root, ['test', '-e', path])).exitCode === 0;
}

/** Every file below a folder, relative and sorted. */
export async function listFiles(root: Root, folder: string): Promise<string[]> {
  const { stdout } = await succeed(root, ['find', folder, '-type', 'f', '-printf', '%P\\n']);
  return stdout.split('\n').filter(Boolean).sort();
}
