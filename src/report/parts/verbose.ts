import type { Assessment } from '../../model/assessment.ts';
import type { CommandRecord } from '../../model/facts.ts';
import { printable } from '../../text/one-line.ts';

/** The folder of compiled core and alloc, with its size; it is safe to delete. */
export function renderCache({ host: { cache } }: Assessment): string[] {
  if (cache.dir === null) return ['  none: this user has no home folder, so core and alloc are built in each module'];
  return [`  ${printable(cache.dir)} (${(cache.bytes / 1e6).toFixed(1)} MB)`];
}

/** Every command that was run, with how it ended and how long it took. */
export function renderCommands({ commands }: Assessment): string[] {
  const width = Math.max(0, ...commands.map((command) => ending(command).length));
  return commands.map(
    (command) =>
      `  ${ending(command).padEnd(width)}  ${String(command.milliseconds).padStart(5)} ms  ${printable(command.argv.join(' '))}`,
  );
}

function ending({ exitCode, timedOut }: CommandRecord): string {
  if (timedOut) return 'TIMEOUT';
  return exitCode === null ? 'killed' : `exit ${exitCode}`;
}
