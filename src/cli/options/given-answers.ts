import type { AssessOptions } from '../../model/assess-options.ts';
import { UsageError } from '../../model/usage-error.ts';
import { type KnownAnswers, questions } from '../../scaffold/questions.ts';
import { type ParsedArguments, text } from './options.ts';

/**
 * The answers that a command line gives: the name stands first and without a dash, the others are options.
 * @throws UsageError for more than one name.
 */
export function givenAnswers({ positionals, options }: ParsedArguments): KnownAnswers {
  const [name, ...others] = positionals;
  if (others.length > 0) {
    const words = positionals.map((word) => JSON.stringify(word)).join(' and ');
    throw new UsageError(
      'name.twice',
      `One module is scaffolded at a time, not ${words}: put a text of several words in quotes.`,
    );
  }
  const answers = questions.filter(({ id }) => id !== 'name').map(({ id }) => [id, text(options[id])]);
  return { name, ...Object.fromEntries(answers), withC: options['with-c'] === true };
}

/** A flavour that was given decides which kernel is chosen. */
export function askedFor({ flavour }: KnownAnswers): Pick<AssessOptions, 'goals'> {
  return flavour === 'rust-for-linux' ? { goals: ['rust-for-linux'] } : {};
}
