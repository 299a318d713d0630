import { execa } from 'execa';
import { Failure } from '../model/failure.ts';
import { heedSignals } from '../system/process/heed-signals.ts';
import { createMarker, endMarked, interruptMarked } from '../system/process/strays.ts';

/**
 * Runs a command that reads `input` and whose own output goes to stderr, since stdout carries the result alone. When this
 * process is told to end, the command is interrupted as Ctrl-C would, and waited for: a package manager finishes the package
 * that it is at.
 * @throws Failure with the first reason that it gives, in the form of apt, dnf, pacman or apk, otherwise with its exit status.
 */
export async function runAsShown(argv: string[], input = ''): Promise<void> {
  const { exitCode, stderr, originalMessage } = await heedSignals((told) => interruptible(argv, input, told), null);
  if (exitCode === 0) return;
  const status =
    exitCode === undefined ? (originalMessage ?? 'it did not end by itself') : `it exited with status ${exitCode}`;
  const reason = stderr?.match(/^(?:E|error|ERROR|Error): .*/m)?.[0] ?? status;
  throw new Failure('setup.install', `${argv.join(' ')} failed: ${reason}`);
}

async function interruptible([file = '', ...args]: string[], input: string, told: AbortSignal) {
  const marker = createMarker();
  const running = execa(file, args, {
    env: { LC_ALL: 'C', [marker]: '1' },
    reject: false,
    input,
    stdout: process.stderr,
    stderr: ['pipe', process.stderr],
    cleanup: false,
  });
  const { pid } = running;
  if (pid === undefined) return running;
  told.addEventListener('abort', () => interruptMarked(marker, pid));
  const result = await running;
  if (told.aborted) endMarked(marker, pid);
  return result;
}
