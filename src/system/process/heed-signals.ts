import { endLiveGroups } from './live-groups.ts';
import { endSignals, raiseAgain } from './signals.ts';

/** Milliseconds that work which was told to stop may take to tidy up. */
const usualPatience = 30_000;

/**
 * Does some work that a signal to end tells to stop. The signal has its usual effect when the work has tidied up; at once when
 * a second one comes, or when the work does not end.
 * @param patience milliseconds until then; null for work that must not be left alone
 * @throws what the work throws.
 */
export async function heedSignals<T>(
  work: (told: AbortSignal) => Promise<T>,
  patience: number | null = usualPatience,
): Promise<T> {
  const stop = new AbortController();
  let impatient: NodeJS.Timeout | undefined;
  const release = () => {
    clearTimeout(impatient);
    for (const signal of endSignals) process.off(signal, onSignal);
  };
  const leave = (signal: NodeJS.Signals) => {
    endLiveGroups();
    release();
    raiseAgain(signal);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) return leave(signal);
    if (patience !== null) impatient = setTimeout(() => leave(signal), patience);
    stop.abort(signal);
  };
  for (const signal of endSignals) process.on(signal, onSignal);
  try {
    return await work(stop.signal);
  } finally {
    release();
    if (stop.signal.aborted) raiseAgain(stop.signal.reason);
  }
}
