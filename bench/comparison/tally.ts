/** What somebody says of a system before anything is built: it will do, it will not; null where they cannot be asked there. */
export type Answer = boolean | null;

/** What each of several said of a system, and whether make then succeeded. */
export interface Row {
  name: string;
  works: boolean;
  answers: Record<string, Answer>;
}

/** How often somebody was right and wrong. */
export interface Tally {
  /** Said it will do, and it did. */
  ready: number;
  /** Said it will not, and it did not. */
  caught: number;
  /** Said it will do, and it did not. */
  missed: number;
  /** Said it will not, and it did. */
  falseAlarms: number;
  /** Could not be asked. */
  silent: number;
}

/** Counts what one of them said in every system. */
export function tally(rows: readonly Row[], who: string): Tally {
  const counts: Tally = { ready: 0, caught: 0, missed: 0, falseAlarms: 0, silent: 0 };
  for (const { works, answers } of rows) counts[kind(answers[who] ?? null, works)] += 1;
  return counts;
}

function kind(answer: Answer, works: boolean): keyof Tally {
  if (answer === null) return 'silent';
  if (answer) return works ? 'ready' : 'missed';
  return works ? 'falseAlarms' : 'caught';
}
