import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../model/failure.ts';
import { endSignals, raiseAgain } from '../process/signals.ts';

/** The steps back from a half-done piece of work. */
export interface Undo {
  /** Notes how to take back what was just done. Steps back must not be asynchronous: a signal leaves no time. */
  add(step: () => void): void;
  /** Takes everything back, the latest first. */
  all(): void;
}

function undoList(): Undo {
  const steps: (() => void)[] = [];
  return {
    add: (step) => void steps.push(step),
    all: () => {
      for (let step = steps.pop(); step; step = steps.pop()) step();
    },
  };
}

/**
 * Does a piece of synchronous work that is taken back when it throws, or when a signal to end came meanwhile.
 * The signal then has its usual effect.
 * @throws what the work throws; Failure where somebody else handles the signal and the process lives on.
 */
export async function allOrNothing(work: (undo: Undo) => void): Promise<void> {
  const undo = undoList();
  let interrupted = false;
  const onSignal = (signal: NodeJS.Signals) => {
    interrupted = true;
    undo.all();
    stop();
    raiseAgain(signal);
  };
  const stop = () => {
    for (const signal of endSignals) process.removeListener(signal, onSignal);
  };
  for (const signal of endSignals) process.prependListener(signal, onSignal);
  try {
    work(undo);
    // Node hands over a signal that came meanwhile only when its event loop turns: the second turn is a whole one.
    await setImmediate();
    await setImmediate();
    if (interrupted) throw new Failure('write.interrupted', 'Interrupted: nothing was written.');
  } catch (error) {
    undo.all();
    throw error;
  } finally {
    stop();
  }
}
