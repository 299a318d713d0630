import { chmod, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { labFolders } from './folders.ts';

/** A Debian root: read-only layers below, one of its own on top, mounted only while a command runs in it. */
export interface Root {
  /** Folders, topmost first. */
  layers: string[];
  /** Everything that was written to this root. */
  upper: string;
  /** What it sees of this machine, read-only, besides what every root does: folder or file → path inside. */
  binds: Record<string, string>;
}

/** A root of its own upon layers that other roots may share. */
export async function rootUpon(layers: string[], binds: Record<string, string> = {}): Promise<Root> {
  const upper = await mkdtemp(join(labFolders().temporary, 'root-'));
  // It becomes the root's own /, which ordinary users must be able to enter.
  await chmod(upper, 0o755);
  return { layers, upper, binds };
}

/** A root that starts from another one's state. From then on nothing more may run in that other one. */
export function fork({ layers, upper, binds }: Root): Promise<Root> {
  return rootUpon([upper, ...layers], binds);
}
