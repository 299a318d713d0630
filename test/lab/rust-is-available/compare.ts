import { type Conclusion, concludeFromFindings, concludeFromScript } from './conclusion.ts';
import { messages } from './messages.ts';
import type { Trial } from './run-scenarios.ts';

/** What one side of a trial should have concluded, and what it did. */
interface Side {
  wanted: Conclusion;
  seen: Conclusion;
}

/** One trial: the kernel's script against the scenario's description, the probe against the kernel's script. */
export interface Comparison {
  trial: string;
  script: Side;
  probe: Side;
}

/** Puts side by side what a trial should have shown and what it showed. */
export function compare({ scenario, variant, script, findings }: Trial): Comparison {
  const { expected, says, title } = variant;
  const seen = concludeFromScript(script);
  return {
    trial: [scenario.name, title].filter(Boolean).join(': '),
    script: { wanted: { availability: expected, causes: says ? [says] : [] }, seen },
    probe: {
      wanted: scenario.exception ? { availability: 'available', causes: [] } : translated(seen),
      seen: concludeFromFindings(findings),
    },
  };
}

/** The script's conclusion in the ids of findings. */
function translated({ availability, causes }: Conclusion): Conclusion {
  const table: Record<string, string | null> = messages;
  return { availability, causes: causes.flatMap((cause) => table[cause] ?? []) };
}

/** A comparison in one line. */
export function describe({ trial, script, probe }: Comparison): string {
  const cause = probe.seen.causes.join(', ');
  return `${trial}: script ${script.seen.availability}, probe ${probe.seen.availability}${cause && ` (${cause})`}`;
}
