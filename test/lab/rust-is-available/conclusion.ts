import type { Finding } from '../../../src/model/assessment.ts';
import { messages, messagesIn } from './messages.ts';
import type { Availability } from './scenario.ts';

/** How the kernel's script ended. */
export interface ScriptEnd {
  status: number | string;
  stdout: string;
  stderr: string;
}

/** What somebody concludes about a toolchain. */
export interface Conclusion {
  availability: Availability;
  /** Why it is not simply available: the script's messages, or ids of findings. */
  causes: string[];
}

/**
 * What the kernel's script concluded.
 * @throws Error for an end that its own tests do not allow, and for a message that the table lacks
 */
export function concludeFromScript({ status, stdout, stderr }: ScriptEnd): Conclusion {
  const causes = messagesIn(stderr);
  const pointsToDocumentation = stderr.includes('Documentation/rust/quick-start.rst');
  const known = stdout === '' && (causes.length > 0 || stderr === '') && (status === 0 || pointsToDocumentation);
  if (!known) throw new Error(`rust_is_available.sh ended in an unknown way, status ${status}:\n${stdout}${stderr}`);
  if (status !== 0) return { availability: 'not available', causes };
  return { availability: pointsToDocumentation ? 'available with warnings' : 'available', causes };
}

/** Said in passing: where the C compiler is unknown, the script goes on. */
const aside = 'cc.kernel';

/** Asked by the script, too, only where the C compiler is Clang. */
const onlyForClang = 'libclang.clang';

/** The findings that answer for the script's messages. */
const answering = new Set<string>(Object.values(messages).filter((id) => id !== null));

const failing = new Set(['fail', 'crash', 'timeout']);

/**
 * What the probe's findings conclude about the same. Where something fails, what only warns is no cause:
 * the script ends at the first failure and does not get that far.
 * @throws Error where it lacks a finding that answers for a message, or skips one without need
 */
export function concludeFromFindings(findings: readonly Finding[]): Conclusion {
  const relevant = findings.filter(({ id }) => answering.has(id));
  const lacking = [...answering].filter((id) => !relevant.some((finding) => finding.id === id));
  if (lacking.length > 0) throw new Error(`The probe has no finding ${lacking.join(', ')}.`);
  const fails = relevant.filter(({ status }) => failing.has(status));
  const warns = relevant.filter(({ status }) => status === 'warn');
  if (fails.some(decides)) return { availability: 'not available', causes: ids(fails) };
  const skipped = relevant.filter(({ id, status }) => status === 'skip' && id !== onlyForClang);
  if (skipped.length > 0) throw new Error(`The probe skips ${ids(skipped).join(', ')}, and nothing fails.`);
  const causes = ids([...fails, ...warns]);
  return { availability: warns.some(decides) ? 'available with warnings' : 'available', causes };
}

function decides({ id }: Finding): boolean {
  return id !== aside;
}

function ids(findings: Finding[]): string[] {
  return findings.map(({ id }) => id);
}
