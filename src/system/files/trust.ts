import { lstatSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Why something that is ours could have been put there or changed by another user, as the rest of a sentence; null where it
 * could not, or nothing is there.
 * @param path a folder of ours, or one in it that must not be a link
 */
export function whyUntrusted(path: string): string | null {
  const stats = lstat(path);
  if (stats === null) return null;
  return stats.isSymbolicLink() ? 'is a symbolic link' : troubleWith(stats);
}

/**
 * The same for our cache folder, which a person may have put elsewhere with a link, and the folder that it is in.
 * @param cache an absolute path
 */
export function whyUntrustedCache(cache: string): { path: string; why: string } | null {
  for (const path of [dirname(cache), cache]) {
    const link = lstat(path);
    const why = link && (ownerTrouble(link) ?? troubleWith(stat(path) ?? link, path !== cache));
    if (why) return { path, why };
  }
  return null;
}

/** @param isShared whether others may put their own things beside ours, as in /tmp */
function troubleWith(stats: Stats, isShared = false): string | null {
  if (!stats.isDirectory()) return 'is not a folder';
  const isSticky = isShared && (stats.mode & 0o1000) !== 0;
  // A group of one's own, which many systems give to each user, has no other members.
  const others = stats.gid === process.getgid?.() ? 0o002 : 0o022;
  if ((stats.mode & others) !== 0 && !isSticky) return 'can be written to by other users';
  return ownerTrouble(stats);
}

/** What root owns, root could have changed anyway. */
function ownerTrouble({ uid }: Stats): string | null {
  return uid === process.getuid?.() || uid === 0 ? null : 'belongs to another user';
}

function lstat(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

function stat(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
