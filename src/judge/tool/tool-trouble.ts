import type { FindingStatus } from '../../model/assessment.ts';
import type { ToolFact } from '../../model/facts.ts';

export interface Trouble {
  status: Extract<FindingStatus, 'crash' | 'timeout'>;
  /** What it did, to follow the tool's name in a sentence. */
  clause: string;
}

/** What went wrong when a tool was asked who it is; null when it answered. */
export function toolTrouble({ outcome, line }: Pick<ToolFact, 'outcome' | 'line'>, timeoutMs: number): Trouble | null {
  const words = line === '' ? '' : `: "${line}"`;
  switch (outcome) {
    case 'ok':
      return null;
    case 'timeout':
      return { status: 'timeout', clause: `did not answer within ${timeoutMs / 1000} s` };
    case 'crash':
      return { status: 'crash', clause: `failed when asked for its version${words}` };
    case 'garbage':
      return { status: 'crash', clause: `did not answer with a version when asked for it${words}` };
    case 'not-runnable':
      return { status: 'crash', clause: 'cannot be started' };
    case 'missing':
      return { status: 'crash', clause: 'was not found' };
  }
}
