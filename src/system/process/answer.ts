/** How a command ended, and what it said until then. */
export interface Answer {
  stdout: string;
  stderr: string;
  /** `overflow`: it was ended because it said more than a tool should; what it said first is kept. */
  ended: 'exit' | 'signal' | 'timeout' | 'overflow' | 'not-started' | 'not-found';
  /** null unless it ended by itself. */
  exitCode: number | null;
}

/** The answer of what was named and not found. */
export const notFound: Answer = { stdout: '', stderr: '', ended: 'not-found', exitCode: null };

/** The answer of what cannot be started. */
export const notStarted: Answer = { stdout: '', stderr: '', ended: 'not-started', exitCode: null };

/** The answer of what there is no time left for. */
export const timedOut: Answer = { ...notStarted, ended: 'timeout' };
