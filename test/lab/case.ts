import { type TestContext, test } from 'vitest';
import { obstacle } from './machine.ts';

/** A case of the lab. Where the lab cannot run, it says why and counts as skipped. */
export function labCase(title: string, body: () => Promise<void>, milliseconds?: number): void {
  const run = async (context: TestContext) => {
    const reason = obstacle();
    context.skip(reason !== null, reason ?? undefined);
    await body();
  };
  test(title, run, milliseconds);
}

/** A case that takes too long to run each time: only `npm run lab -- --full` runs it. */
export function longCase(title: string, body: () => Promise<void>, milliseconds?: number): void {
  if (process.env.LAB_FULL === '1') labCase(title, body, milliseconds);
  else test(title, (context) => context.skip('takes long, so only npm run lab -- --full runs it'));
}
