import type { Kind } from '../knowledge/module/kinds.ts';
import type { Flavour } from '../model/assessment.ts';

/** The questions' answers, checked: all that a scaffolded module is made from, beside the machine it is made for. */
export interface Answers {
  name: string;
  description: string;
  author: string;
  /** An SPDX expression out of the table of licences. */
  licence: string;
  flavour: Flavour;
  kind: Kind;
  /** Whether a part of the module is written in C; the freestanding flavour has its C anyway. */
  withC: boolean;
}
