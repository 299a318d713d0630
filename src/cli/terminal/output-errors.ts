import { refuseErrno } from '../../system/files/errno.ts';
import { tellError } from './tell-error.ts';

/**
 * Cares for output that cannot be written. A result that is lost ends the command: without a word when a reader has seen
 * enough (`| head`), otherwise with the reason (a full disk). Diagnostics that are lost end nothing.
 */
export function heedOutputErrors(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 1 : tellError(refuseErrno(error, 'stdout')));
  });
}
