import { endSignals, raiseAgain } from './signals.ts';
import { createMarker, endMarked } from './strays.ts';

/** Process groups that must not outlive this process. Each command leads one, so that its children end with it. */
export interface ProcessGroups {
  /** Name of a variable that every command has in its environment: those of its children that leave the group are known by it. */
  marker: string;
  add(leader: number): void;
  /** Ends the group at once and forgets it. */
  end(leader: number): void;
  /** Ends what has left its group, and stops watching for signals; call it when every group has been ended. */
  release(): void;
}

/** Ends every live group, and what has left one, when this process exits or is told to by a signal to end. */
export function guardProcessGroups(): ProcessGroups {
  const live = new Set<number>();
  const marker = createMarker();
  let first: number | undefined;

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
    if (first !== undefined) endMarked(marker, first);
  };
  const release = () => {
    process.off('exit', endAll);
    for (const signal of endSignals) process.off(signal, onSignal);
    if (first !== undefined) endMarked(marker, first);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    endAll();
    release();
    raiseAgain(signal);
  };

  process.on('exit', endAll);
  for (const signal of endSignals) process.on(signal, onSignal);
  const add = (leader: number) => {
    first ??= leader;
    live.add(leader);
  };
  return { marker, add, end, release };
}
