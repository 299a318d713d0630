import { homedir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/** Where the lab keeps and finds things on this machine. */
export interface LabFolders {
  /** Gone when the lab ends. */
  temporary: string;
  /** A git repository whose HEAD is what is being tested. */
  repository: string;
  /** The packed package. */
  tarball: string;
  /** The packed package, unpacked: its command line needs nothing more. */
  package: string;
  /** What apt fetches through. */
  proxy: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    lab: LabFolders;
  }
}

/** What the lab's set-up prepared. */
export function labFolders(): LabFolders {
  return inject('lab');
}

/** Debian roots that were made once and serve again. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kernel-rust-module-lab');
}
