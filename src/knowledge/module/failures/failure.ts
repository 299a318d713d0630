import type { Flavour } from '../../../model/assessment.ts';

/** One sentence or two; different ones if the flavours need different advice. */
type Advice = string | Readonly<Record<Flavour, string>>;

/** A known failure of a build, an installation or of loading: what its words mean. */
export interface KnownFailure {
  /** Stable. */
  id: string;
  flavours: readonly Flavour[];
  /** An extended regular expression that means the same to JavaScript and to `grep -E`, looked for line by line, in English messages. */
  pattern: string;
  /** Often only follows from another error, so it is explained only if nothing known stands before it. */
  mayFollow?: true;
  /** One sentence. */
  cause: Advice;
  /** What to do, with the command if there is one. */
  remedy: Advice;
  /** What the tools say next to it that leads the wrong way. */
  misleading?: string;
  /** Whether the samples were recorded when the failure was brought about, or are the words of a public report. */
  known: 'recorded' | 'reported';
  /** Where it was met or read. */
  source: string;
}

/** The advice for a flavour. */
export function adviceFor(flavour: Flavour, advice: Advice): string {
  return typeof advice === 'string' ? advice : advice[flavour];
}

export const both = ['freestanding', 'rust-for-linux'] as const;
export const freestanding = ['freestanding'] as const;
export const rustForLinux = ['rust-for-linux'] as const;
