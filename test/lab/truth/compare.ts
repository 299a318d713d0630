import type { Finding, VerdictStatus } from '../../../src/model/assessment.ts';
import type { TruthCase } from './case.ts';

/** What the probe said and what make did. */
export interface Outcome {
  verdict: { status: VerdictStatus | 'refused'; because: string[] };
  findings: Pick<Finding, 'id' | 'status'>[];
  /** Of make; null when it ran out of time. */
  exitCode: number | null;
  /** All that make printed. */
  output: string;
  /** How long make took. */
  seconds: number;
}

/** Every way in which a case's expectation, the probe's word and make's deed differ, a sentence each; none is agreement. */
export function disagreements(one: TruthCase, { verdict, findings, exitCode, output }: Outcome): string[] {
  const said = verdict.status === 'ready';
  const done = exitCode === 0;
  const expected = one.refused === 'probe' ? 'refused' : one.because.join(' ') || 'ready';
  const cause = verdict.status === 'refused' ? 'refused' : verdict.because.toSorted().join(' ') || verdict.status;
  const others = Object.entries(one.also ?? {}).filter(
    ([id, status]) => !findings.some((finding) => finding.id === id && finding.status === status),
  );
  return [
    ...(said === done ? [] : [`the probe says ${verdict.status}, and make ends with status ${exitCode}`]),
    ...(cause === expected ? [] : [`the probe says ${cause}, and the cause is ${expected}`]),
    ...(lineThatSays(one.makeSays, output) === null ? [`make does not say ${one.makeSays}`] : []),
    ...others.map(([id, status]) => `${id} is ${findingStatus(findings, id)}, not ${status}`),
  ];
}

function findingStatus(findings: Outcome['findings'], id: string): string {
  return findings.find((finding) => finding.id === id)?.status ?? 'not there';
}

/** The first line of an output that says it; null where none does. */
export function lineThatSays(what: RegExp, output: string): string | null {
  return (
    output
      .split('\n')
      .find((line) => what.test(line))
      ?.trim() ?? null
  );
}
