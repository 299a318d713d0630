import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../model/failure.ts';
import { quotePath } from '../text/quote.ts';

/** Bytes on disk, measured on 7.2 and 7.3 for x86_64, a tenth added. Other architectures take less: 7.2 for arm64 264 MB and 177 MB. */
export const sizes = {
  /** The source's part that is unpacked, and the build folder. */
  work: 550e6,
  /** The tree. */
  tree: 230e6,
};

/** Some room in a folder, which need not be there yet. */
export interface Room {
  folder: string;
  bytes: number;
}

/** @throws Failure where a disk has less room than what is wanted of it in all. */
export async function refuseFullDisk(rooms: readonly Room[]): Promise<void> {
  const wanted = new Map<number, Room>();
  for (const { folder, bytes } of rooms) {
    const there = existing(folder);
    const { dev } = await stat(there);
    wanted.set(dev, { folder: wanted.get(dev)?.folder ?? there, bytes: bytes + (wanted.get(dev)?.bytes ?? 0) });
  }
  for (const { folder, bytes } of wanted.values()) {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize >= bytes) continue;
    throw new Failure(
      'kdir.disk',
      `The disk of ${quotePath(folder)} has ${megabytes(bavail * bsize)} left, and ${megabytes(bytes)} are needed: make room, or name other folders with XDG_CACHE_HOME and --output.`,
    );
  }
}

/** `166 MB`, rounded up. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}

function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}
