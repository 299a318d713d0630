import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { refuseBuildPath } from '../../knowledge/kernel/build-path.ts';
import { UsageError } from '../../model/usage-error.ts';
import { errnoOf, refuseErrno } from '../../system/files/errno.ts';
import { stat } from '../../system/files/files.ts';
import { linkTarget } from '../../system/files/tree-path.ts';
import { quotePath } from '../../text/quote.ts';
import type { Places } from '../places.ts';
import { type Beside, type WhyForeign, workBeside } from './beside.ts';
import { whyNotOurs } from './ours.ts';

/**
 * Refuses a place for a tree, before the work of making one: only an earlier tree of ours may be there, which a new one replaces.
 * @param destination an absolute path
 * @throws UsageError in one sentence.
 */
export async function refuseDestination(destination: string): Promise<void> {
  const unbuildable = refuseBuildPath('The kernel tree', destination);
  if (unbuildable !== null) throw new UsageError('kdir.path', unbuildable);
  const there = deepest(destination);
  if (there === destination) {
    await refuseForeign(destination, whyNotOurs);
  } else if (!stat(there)?.isDirectory()) {
    throw new UsageError(
      'kdir.occupied',
      `${quotePath(there)} is not a folder, so no kernel tree can be made below it. Choose another place.`,
    );
  }
}

/**
 * Moves what is not ours out of a tree's place in our cache, where nobody chose the place and can choose another.
 * @returns where it is now; null where there was nothing of that kind
 */
async function setAside({ tree, isCached }: Pick<Places, 'tree' | 'isCached'>): Promise<string | null> {
  if (!isCached || deepest(tree) !== tree || (await whyNotOurs(tree)) === null) return null;
  const aside = await mkdtemp(`${tree}.kept-`);
  await rename(tree, join(aside, basename(tree)));
  return aside;
}

/** Does that, and says so. */
export async function keepForeign(
  places: Pick<Places, 'tree' | 'isCached'>,
  say: (text: string) => void,
): Promise<void> {
  const aside = await setAside(places);
  if (aside !== null) say(`${places.tree} held more than kernel-rust-module had put there: it is kept in ${aside}.`);
}

async function refuseForeign(destination: string, whyForeign: WhyForeign): Promise<void> {
  const foreign = await whyForeign(destination);
  if (foreign !== null) throw occupied(destination, foreign);
}

function occupied(destination: string, foreign: string): UsageError {
  return new UsageError(
    'kdir.occupied',
    `${quotePath(destination)} ${foreign}. Nothing was changed. Name a folder that does not exist yet with --output, or move this one away.`,
  );
}

/** The part of an absolute path that is there, be it a link that leads nowhere. */
function deepest(path: string): string {
  const isThere = stat(path) !== null || linkTarget(path) !== null;
  return isThere || path === '/' ? path : deepest(dirname(path));
}

/**
 * Makes a folder whole or not at all: in a hidden folder beside its place, which it takes when it is done. An earlier one
 * of ours goes then.
 * @param destination an absolute path
 * @param whyForeign tells what may not be replaced
 * @param fill makes the folder's content; what it returns is passed on
 * @throws what `fill` throws; UsageError where the system would not let us write. Nothing has changed then.
 */
export async function replaceFolder<T>(
  destination: string,
  whyForeign: WhyForeign,
  fill: (folder: string) => Promise<T>,
): Promise<T> {
  try {
    return await workBeside(destination, whyForeign, async ({ fresh, old }) => {
      await mkdir(fresh);
      const result = await fill(fresh);
      await takePlace({ fresh, old }, destination, whyForeign);
      return result;
    });
  } catch (error) {
    throw refuseErrno(error, destination);
  }
}

async function takePlace({ fresh, old }: Beside, destination: string, whyForeign: WhyForeign): Promise<void> {
  const isAside = await moveAside(destination, old, whyForeign);
  try {
    await rename(fresh, destination);
  } catch (error) {
    if (isAside) await rename(old, destination);
    throw error;
  }
}

/**
 * Moves what is in a place out of it. It may have come there since the place was looked at.
 * @returns whether it can be put back: a folder out of a container's image cannot be moved (overlayfs, EXDEV), and is removed
 * @throws UsageError for what is not ours, which is back in its place then.
 */
async function moveAside(destination: string, aside: string, whyForeign: WhyForeign): Promise<boolean> {
  if (deepest(destination) !== destination) return false;
  await refuseForeign(destination, whyForeign);
  try {
    await rename(destination, aside);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    await rm(destination, { recursive: true });
    return false;
  }
  const foreign = await whyForeign(aside);
  if (foreign === null) return true;
  await rename(aside, destination);
  throw occupied(destination, foreign);
}
