const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does some work that a signal to end tells to stop. The signal has its usual effect when the work has tidied up.
 * @throws what the work throws.
 */
export async function heedSignals<T>(work: (told: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => stop.abort(signal);
  for (const signal of signals) process.on(signal, onSignal);
  try {
    return await work(stop.signal);
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    const { aborted, reason } = stop.signal;
    if (aborted && process.listenerCount(reason) === 0) process.kill(process.pid, reason);
  }
}
