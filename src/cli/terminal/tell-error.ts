import { Failure } from '../../model/failure.ts';
import { UsageError } from '../../model/usage-error.ts';
import { systemFailure } from '../../system/files/errno.ts';
import { version } from '../../version.ts';
import { say } from './output.ts';

/** Says why a command did not do its work. @returns the exit status: 1 for a failure, the system's among them, 2 for wrong usage, 3 for a mistake of ours. */
export function tellError(error: unknown): number {
  // A prompt that was left with Ctrl-C: the person knows, and nothing was written.
  if (error instanceof Error && error.name === 'ExitPromptError') return 130;
  const known = error instanceof UsageError || error instanceof Failure ? error : systemFailure(error);
  if (known !== null) {
    say(`kernel-rust-module: ${known.message}`);
    return known instanceof UsageError ? 2 : 1;
  }
  const trace = error instanceof Error ? error.stack : String(error);
  say(`kernel-rust-module ${version}: internal error. Please report it with the lines below:\n${trace}`);
  return 3;
}
