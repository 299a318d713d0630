import type { Root } from './root.ts';
import { type Result, type RunOptions, start } from './start.ts';

/** Runs a command inside a root to its end, whatever its exit status. */
export async function run(root: Root, argv: string[], options: RunOptions = {}): Promise<Result> {
  const running = await start(root, argv, options);
  return running.finished;
}

/** Runs a command that must succeed. */
export async function succeed(root: Root, argv: string[], options: RunOptions = {}): Promise<Result> {
  return expectStatus(await run(root, argv, options), 0);
}

/** @throws Error where a command ended otherwise than it should have, with its output. */
export function expectStatus(result: Result, status: number): Result {
  if (result.exitCode === status) return result;
  const lines = result.output.split('\n');
  const shown = lines.length > 100 ? [...lines.slice(0, 20), '…', ...lines.slice(-80)] : lines;
  throw new Error(`${result.argv.join(' ')} ended with status ${result.exitCode}, not ${status}:\n${shown.join('\n')}`);
}
