import { execa } from 'execa';
import { Failure } from '../../model/failure.ts';

/** Starts xz without a person's own settings, its output not kept. How it ends, `xzTrouble` tells. */
export function startXz(args: readonly string[], stop: AbortSignal | undefined) {
  return execa('xz', args, {
    env: { LC_ALL: 'C', XZ_DEFAULTS: undefined, XZ_OPT: undefined },
    buffer: { stdout: false },
    reject: false,
    ...(stop && { cancelSignal: stop }),
  });
}

/** How xz ended, as execa tells it. */
interface XzResult {
  code?: string;
  exitCode?: number;
  stderr: string;
}

/**
 * What xz itself says went wrong, `Compressed data is corrupt`; null when nothing did, or when a signal ended it.
 * @throws Failure where there is no xz.
 */
export function xzTrouble({ code, exitCode, stderr }: XzResult): string | null {
  if (code === 'ENOENT') {
    throw new Failure(
      'kdir.no-xz',
      'Archives of kernel trees need the program xz, which is not on PATH: install it (Debian: apt-get install xz-utils).',
    );
  }
  if (exitCode === undefined || exitCode === 0) return null;
  // Between its name and its words stands that of the file.
  const words = stderr.trim().split('\n').at(-1)?.split(': ').at(-1);
  return words || `it ended with status ${exitCode}`;
}
