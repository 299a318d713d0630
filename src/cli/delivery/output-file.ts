import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { access, constants, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../model/failure.ts';
import { errnoOf, refuseErrno } from '../../system/files/errno.ts';
import { linkTarget } from '../../system/files/tree-path.ts';
import { allOrNothing } from '../../system/files/undo.ts';
import { quoteInput, quotePath } from '../../text/quote.ts';

/** Where a report is to go. */
export interface OutputFile {
  /** Absolute, links followed. */
  path: string;
  /** Permissions of the file that it takes the place of; null where there is none. */
  mode: number | null;
}

/**
 * Looks whether a report can be written to a file, before the work of making one.
 * @throws Failure where it cannot: in one sentence.
 */
export async function inspectOutput(named: string): Promise<OutputFile> {
  const parent = dirname(resolve(named));
  try {
    const there = await existing(named);
    if (there && !there.stats.isFile()) throw notAFile(named, there.stats.isDirectory());
    const path = there?.path ?? join(await folder(parent, named), basename(named));
    await access(dirname(path), constants.W_OK | constants.X_OK);
    if (there) await access(path, constants.W_OK);
    return { path, mode: there ? there.stats.mode & 0o777 : null };
  } catch (error) {
    throw refuseErrno(error, named);
  }
}

async function existing(named: string) {
  try {
    const path = await realpath(named);
    return { path, stats: await stat(path) };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    const target = linkTarget(named);
    if (target === null) return null;
    throw new Failure(
      'output.dangling',
      `${quotePath(named)} leads to ${quotePath(target)}, which does not exist. Name that file, or remove the link.`,
    );
  }
}

async function folder(parent: string, named: string): Promise<string> {
  return realpath(parent).catch((error: unknown) => {
    if (errnoOf(error) !== 'ENOENT') throw error;
    throw new Failure(
      'output.no-parent',
      `There is no folder ${quoteInput(parent)} to write ${quoteInput(basename(named))} in: make it first.`,
    );
  });
}

function notAFile(named: string, isFolder: boolean): Failure {
  const found = isFolder ? 'a folder' : 'no ordinary file';
  return new Failure('output.in-the-way', `${quoteInput(named)} is ${found}: name a file to write to, or a new one.`);
}

/**
 * Writes a report, whole or not at all: it takes its place only when all of it is on the disk.
 * @throws Failure where it cannot be written; nothing has changed then.
 */
export async function writeOutput({ path, mode }: OutputFile, text: string): Promise<void> {
  try {
    await allOrNothing((undo) => {
      const aside = mkdtempSync(join(dirname(path), '.kernel-rust-module-'));
      const remove = () => rmSync(aside, { recursive: true, force: true });
      undo.add(remove);
      const whole = join(aside, 'report');
      writeFileSync(whole, text, { flush: true });
      if (mode !== null) chmodSync(whole, mode);
      renameSync(whole, path);
      remove();
    });
  } catch (error) {
    throw refuseErrno(error, path);
  }
}
