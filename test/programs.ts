import { beforeEach } from 'vitest';
import which from 'which';

/** Skips the tests of the file or the group that it is called in where programs are missing that they start, and says so. */
export function needPrograms(...programs: string[]): void {
  const missing = programs.filter((program) => which.sync(program, { nothrow: true }) === null);
  if (missing.length === 0) return;
  const reason = `NOT TESTED: this takes ${missing.join(' and ')}, which ${missing.length > 1 ? 'are' : 'is'} not on PATH.`;
  console.warn(reason);
  beforeEach(({ skip }) => skip(reason));
}
