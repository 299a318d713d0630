import type { Finding } from '../../model/assessment.ts';
import type { Facts, ToolFact } from '../../model/facts.ts';
import { advice } from '../remedy/remedies.ts';

/** Tools out of which one is chosen, by the area of the checks that choose: one that did not answer might be the right one. */
const choices: Record<string, (facts: Facts) => readonly (Pick<ToolFact, 'outcome' | 'path'> | null)[]> = {
  rustc: ({ rustcs }) => rustcs,
  bindgen: ({ bindgens }) => bindgens,
  llvm: ({ cc, clang, lld }) => [cc, clang, lld],
  cc: ({ cc }) => [cc],
  // A tree that lacks metadata can be made whole by these.
  kernel: ({ rustcs, bindgens, gccs, make }) => [...rustcs, ...bindgens, ...gccs, make],
};

/**
 * A finding that rests on a tool that did not answer in time says nothing of the tool: the machine may be busy. It becomes one
 * that time decides, and so does a failure where a tool that did not answer might have served.
 */
export function heedTimeouts(finding: Finding, facts: Facts, timeoutMs: number): Finding {
  if (finding.status === 'timeout') return { ...finding, remedies: [patience(timeoutMs)] };
  if (finding.status !== 'fail' && finding.status !== 'crash') return finding;
  const [area = ''] = finding.id.split('.');
  const isOfTree = area === 'kernel' && (finding.goals.includes('freestanding') || hasCommands(finding));
  const slow = (isOfTree ? [] : (choices[area]?.(facts) ?? [])).flatMap((tool) =>
    tool?.outcome === 'timeout' ? [tool.path] : [],
  );
  if (slow.length === 0) return finding;
  return {
    ...finding,
    status: 'timeout',
    found: `${finding.found}; ${slow.join(' and ')} did not answer within ${timeoutMs / 1000} s`,
    remedies: [patience(timeoutMs), ...finding.remedies],
  };
}

function hasCommands({ remedies }: Finding): boolean {
  return remedies.some(({ commands }) => commands.length > 0);
}

function patience(timeoutMs: number) {
  const seconds = Math.min(3600, Math.ceil((timeoutMs / 1000) * 6));
  return advice(
    `Try again when the machine is less busy, or give tools more time: --timeout ${seconds}. If a tool never answers, put one that does before it on PATH.`,
  );
}
