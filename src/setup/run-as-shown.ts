import { execa } from 'execa';
import { Failure } from '../failure.ts';

/**
 * Runs a command that reads `input` and whose own output goes to stderr, since stdout carries the result alone.
 * @throws Failure with the first reason that it gives, in the form of apt, dnf, pacman or apk, otherwise with its exit status.
 */
export async function runAsShown(argv: string[], input = ''): Promise<void> {
  const [file = '', ...rest] = argv;
  const { exitCode, stderr, originalMessage } = await execa(file, rest, {
    env: { LC_ALL: 'C' },
    reject: false,
    input,
    stdout: process.stderr,
    stderr: ['pipe', process.stderr],
  });
  if (exitCode === 0) return;
  const status =
    exitCode === undefined ? (originalMessage ?? 'it did not end by itself') : `it exited with status ${exitCode}`;
  const reason = stderr?.match(/^(?:E|error|ERROR|Error): .*/m)?.[0] ?? status;
  throw new Failure('setup.install', `${argv.join(' ')} failed: ${reason}`);
}
