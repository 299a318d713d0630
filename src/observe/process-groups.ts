const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Process groups that must not outlive this process. Each command leads one, so that its children end with it. */
export interface ProcessGroups {
  add(leader: number): void;
  /** Ends the group at once and forgets it. */
  end(leader: number): void;
  /** Stops watching for signals; call it when every group has been ended. */
  release(): void;
}

/** Ends every live group when this process exits or is told to by SIGINT, SIGTERM or SIGHUP. */
export function guardProcessGroups(): ProcessGroups {
  const live = new Set<number>();

  const end = (leader: number) => {
    live.delete(leader);
    try {
      process.kill(-leader, 'SIGKILL');
    } catch {
      // Every member has ended by itself.
    }
  };
  const endAll = () => {
    for (const leader of live) end(leader);
  };
  const release = () => {
    process.off('exit', endAll);
    for (const signal of signals) process.off(signal, onSignal);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    endAll();
    release();
    // Where nobody else listens, the signal must have the effect that listening here has just prevented.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };

  process.on('exit', endAll);
  for (const signal of signals) process.on(signal, onSignal);
  return { add: (leader) => live.add(leader), end, release };
}
