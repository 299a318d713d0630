import { say } from '../../src/cli/terminal/output.ts';
import { Failure } from '../../src/model/failure.ts';
import { UsageError } from '../../src/model/usage-error.ts';

/**
 * Says why nothing was written and sets the exit status, as the command line does: left to yo, an error is wrapped in
 * words of yo's own, and its exit status would have to be the error's `code`.
 * @returns whether it was such an error.
 */
export function reportRefusal(error: unknown): boolean {
  // A prompt that was left with Ctrl-C ends all of Yeoman's environment, so that one is yo's to report.
  if (error instanceof Error && error.name === 'ExitPromptError') Object.assign(error, { code: 130 });
  if (!(error instanceof UsageError || error instanceof Failure)) return false;
  say(`kernel-rust-module: ${error.message}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
  return true;
}
