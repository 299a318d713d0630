import fc from 'fast-check';
import { Failure } from '../../src/model/failure.ts';
import { UsageError } from '../../src/model/usage-error.ts';

/** How many runs there are in all: `npm run fuzz` asks for more. */
export const runs = Number(process.env.FUZZ_RUNS ?? 1500);

/** Printed at the end; the same seed makes the same runs. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** What must never happen. All are counted, and all must be zero. */
export const faults = { crashes: 0, limitsBroken: 0, processesLeft: 0, filesLeft: 0, bytesLost: 0, textUnseen: 0 };

let done = 0;

/** What one run may take of a processor and add to the memory in use. */
const most = { milliseconds: 2000, bytes: 400e6 };

/** Does a piece of work that may refuse, in a sentence, and nothing else. */
export async function attempt<T>(work: () => Promise<T> | T): Promise<T | null> {
  const [before, memory] = [process.cpuUsage(), process.memoryUsage.rss()];
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof Failure)) {
      faults.crashes += 1;
      throw error;
    }
    return null;
  } finally {
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 > most.milliseconds || process.memoryUsage.rss() - memory > most.bytes)
      faults.limitsBroken += 1;
  }
}

/** Runs a property on a part of all runs. The first fault ends it: fast-check then says how to bring it about again. */
export function attack<T>(part: number, what: fc.Arbitrary<T>, property: (value: T) => Promise<void>): Promise<void> {
  const noFault = async (value: T) => {
    done += 1;
    const before = JSON.stringify(faults);
    await property(value);
    if (JSON.stringify(faults) !== before) throw new Error(`a fault: ${JSON.stringify(faults)}`);
  };
  return Promise.resolve(
    fc.assert(fc.asyncProperty(what, noFault), { numRuns: Math.ceil(runs * part), seed, endOnFailure: true }),
  );
}

/** One line for the log. */
export function summary(): string {
  const counts = Object.entries(faults).map(([name, count]) => `${name} ${count}`);
  return `fuzz: ${done} runs with seed ${seed}: ${counts.join(', ')}`;
}
