import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds that what was told to end may take to tidy up. */
const grace = 2000;

/** The process that leads a group; it has no number where it could not be started. */
interface Leader {
  pid?: number | undefined;
}

/** Sends a signal to everything in the group that a process leads. */
export function tellGroup({ pid }: Leader, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Every member has ended by itself.
  }
}

/** Resolves when a group that was told to end has no member left, or after the grace: its leader need not be the last. */
export async function groupEnded({ pid }: Leader): Promise<void> {
  const until = performance.now() + grace;
  while (pid !== undefined && hasMembers(pid) && performance.now() < until) await delay(20);
}

function hasMembers(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

/** Tells a group to end, and ends it when it has not done so after a grace. @returns the timer, to be cleared when it has ended */
export function endGroup(leader: Leader): NodeJS.Timeout {
  tellGroup(leader, 'SIGTERM');
  return setTimeout(() => tellGroup(leader, 'SIGKILL'), grace);
}
