import type { ToolFact, ToolOutcome } from '../../model/facts.ts';
import type { Answer } from '../../system/process/answer.ts';
import { printable } from './printable.ts';
import type { Program } from './program.ts';
import type { Runner } from './run.ts';

/** A tool's fact together with all it said, for those who read more from it. */
export interface Asked {
  fact: ToolFact;
  answer: Answer;
}

/** Where a version counts: warnings may come before it, or scripts that read the tool look at nothing but the first line. */
type Where = 'any line' | 'first line';

/**
 * Asks a program for its version.
 * @param stem the tool's plain name
 * @param version matches the line that holds the version, and captures it
 */
export async function ask(
  runner: Runner,
  program: Program,
  stem: string,
  args: readonly string[],
  version: RegExp,
  where: Where = 'any line',
): Promise<Asked> {
  const answer = await runner.run(program, stem, args);
  return { fact: toolFact(program.path, answer, version, where), answer };
}

/** What a tool's answer says about it. The first line is that of its standard output. */
export function toolFact(path: string, answer: Answer, version: RegExp, where: Where = 'any line'): ToolFact {
  const lines = `${answer.stdout}\n${answer.stderr}`.split('\n');
  const line = lines.slice(0, where === 'first line' ? 1 : undefined).find((candidate) => version.test(candidate));
  const number = line === undefined ? null : (version.exec(line)?.[1] ?? null);
  const outcome = outcomeOf(answer, number);
  return {
    path,
    outcome,
    version: outcome === 'ok' ? number : null,
    line: printable(line ?? lines.find((candidate) => printable(candidate) !== '') ?? ''),
  };
}

function outcomeOf(answer: Answer, version: string | null): ToolOutcome {
  switch (answer.ended) {
    case 'timeout':
      return 'timeout';
    case 'not-started':
      return 'not-runnable';
    case 'not-found':
      return 'missing';
    case 'signal':
      return 'crash';
    case 'exit':
      if (answer.exitCode !== 0) return 'crash';
  }
  return version === null ? 'garbage' : 'ok';
}
