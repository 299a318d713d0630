import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Makes a folder aside, in which files are written before they are put into place. Its name says whose it is. */
export function makeAside(parent: string): string {
  return mkdtempSync(join(parent, `.kernel-rust-module-${process.pid}-`));
}

/** Removes the folders aside of processes that were killed before they could do so. */
export function removeLeftovers(parent: string): void {
  const names = readdirSync(parent).filter((name) => isLeftover(join(parent, name)));
  for (const name of names) rmSync(join(parent, name), { recursive: true, force: true });
}

/** Whether a folder is one of ours, known by its name, owner and contents, whose process has ended. */
export function isLeftover(folder: string): boolean {
  const pid = /^\.kernel-rust-module-(\d+)-\w{6}$/.exec(basename(folder))?.[1];
  if (pid === undefined || isRunning(Number(pid))) return false;
  try {
    const stats = lstatSync(folder);
    if (!stats.isDirectory() || stats.uid !== process.geteuid?.()) return false;
    return readdirSync(folder).every((name) => name === 'new' || name === 'old');
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
