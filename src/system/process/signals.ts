/** The signals that ask a program to end: Ctrl-C, a cancelled job, a closed terminal, Ctrl-\. */
export const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Gives a signal the usual effect that listening for it has prevented, unless somebody else still listens. */
export function raiseAgain(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
