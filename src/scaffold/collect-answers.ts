import type { Kind } from '../knowledge/module/kinds.ts';
import type { Flavour } from '../model/assessment.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Answers } from './answers.ts';
import { parseModuleName } from './name.ts';
import { type KnownAnswers, type Question, type QuestionContext, type QuestionId, questions } from './questions.ts';

/** Puts one question to a person and returns what was answered; `suggestion` is what a bare Enter means. */
export type Ask = (question: Question, suggestion: string) => Promise<string>;

export interface AnswerSources {
  /** Answers that the command line gives. */
  given: KnownAnswers;
  context: QuestionContext;
  /** Whether defaults do for what is not given. */
  yes: boolean;
  /** Null where there is nobody to ask. */
  ask: Ask | null;
}

/**
 * Answers every question: what is given is checked first, then the rest is asked, or takes its default with `yes`.
 * @returns the answers, and what a person should be told about them.
 * @throws UsageError for an answer that will not do, or questions left open with nobody to ask.
 */
export async function collectAnswers(sources: AnswerSources): Promise<{ answers: Answers; notes: string[] }> {
  checkGiven(sources.given);
  if (!sources.yes && !sources.ask) refuseOpenQuestions(sources.given);
  const collected = {} as Record<QuestionId, string>;
  for (const question of questions) {
    collected[question.id] = await answerOf(question, { ...sources.given, ...collected }, sources);
  }
  return settle(collected, sources.given.withC === true);
}

/**
 * Checks what the command line gives, before any time is spent on the rest.
 * @throws UsageError for an answer that will not do.
 */
export function checkGiven(given: KnownAnswers): void {
  for (const question of questions) {
    const answer = given[question.id];
    if (answer !== undefined) check(question, answer);
  }
}

async function answerOf(
  question: Question,
  known: KnownAnswers,
  { given, context, yes, ask }: AnswerSources,
): Promise<string> {
  const suggestion = question.default(context, known);
  const offered = { ...question, choices: question.offers?.(known, context) ?? question.choices };
  const answer = given[question.id] ?? (yes || !ask || !isOpen(offered) ? suggestion : await ask(offered, suggestion));
  check(question, answer);
  const refusal = question.refuse?.(answer, known, context) ?? null;
  if (refusal !== null) throw new UsageError(`answer.${question.id}`, refusal);
  return answer;
}

/** Whether there is anything to decide. */
function isOpen({ choices }: Pick<Question, 'choices'>): boolean {
  return choices?.length !== 1;
}

function check(question: Question, answer: string): void {
  const verdict = question.validate(answer);
  if (verdict !== true) throw new UsageError(`answer.${question.id}`, verdict);
}

function refuseOpenQuestions(given: KnownAnswers): void {
  const open = questions.filter((question) => isOpen(question) && given[question.id] === undefined);
  if (open.length === 0) return;
  const options = open.map(({ id, value }) => (id === 'name' ? value : `--${id} ${value}`)).join(', ');
  throw new UsageError(
    'answer.missing',
    `There is no terminal to ask questions at: add --yes to take the defaults for what is not given, or give ${options}.`,
  );
}

function settle(collected: Record<QuestionId, string>, withC: boolean): { answers: Answers; notes: string[] } {
  const { name = collected.name } = parseModuleName(collected.name);
  // Each was held against its question's choices.
  const { flavour, kind } = collected as { flavour: Flavour; kind: Kind };
  const renamed = `The module is called ${name}: names of modules have underscores where ${collected.name} has hyphens.`;
  return { answers: { ...collected, name, flavour, kind, withC }, notes: name === collected.name ? [] : [renamed] };
}
