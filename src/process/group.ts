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

/** Tells a group to end, and ends it when it has not done so after a grace. @returns the timer, to be cleared when it has ended */
export function endGroup(leader: Leader): NodeJS.Timeout {
  tellGroup(leader, 'SIGTERM');
  return setTimeout(() => tellGroup(leader, 'SIGKILL'), grace);
}
