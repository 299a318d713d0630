import type { FindingStatus, VerdictStatus } from '../../model/assessment.ts';
import type { Colour } from '../plain/colour.ts';

/** How a status reads without colour: what fails stands out in capitals. */
export const findingWords: Record<FindingStatus, { word: string; colour: Colour }> = {
  ok: { word: 'ok', colour: 'green' },
  warn: { word: 'warn', colour: 'yellow' },
  skip: { word: 'skip', colour: 'dim' },
  fail: { word: 'FAIL', colour: 'red' },
  crash: { word: 'CRASH', colour: 'red' },
  timeout: { word: 'TIMEOUT', colour: 'red' },
};

export const verdictWords: Record<VerdictStatus, { word: string; colour: Colour }> = {
  ready: { word: 'ready', colour: 'green' },
  fixable: { word: 'FIXABLE', colour: 'yellow' },
  unproven: { word: 'UNPROVEN', colour: 'yellow' },
  blocked: { word: 'BLOCKED', colour: 'red' },
};
