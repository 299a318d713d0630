import { type Assessment, type Flavour, flavours } from '../assessment.ts';
import { kinds } from '../knowledge/kinds.ts';
import { licences } from '../knowledge/licences.ts';
import type { Answers } from './answers.ts';
import { parseModuleName } from './name.ts';
import { quoteInput } from './quote.ts';
import { refuseText } from './text.ts';

/** What defaults are made from. */
export interface QuestionContext {
  /** Who the author is by git's configuration, `Jane Doe <jane@example.org>`; null where it does not say. */
  author: string | null;
  verdicts: Pick<Assessment['verdicts'], 'rust-for-linux'>;
}

export type QuestionId = keyof Answers;

/** One question, as data: options, help texts and prompts of both skins are made from it. */
export interface Question {
  /** Also the name of its option, `--licence`. */
  id: QuestionId;
  message: string;
  /** What its value is called in help texts. */
  value: string;
  /** One line for the help text. */
  help: string;
  type: 'input' | 'select';
  /** The values to choose from; absent for a question that takes text. */
  choices?: readonly string[];
  default(context: QuestionContext): string;
  /** True, or one sentence saying what is wrong and what would do. */
  validate(answer: string): true | string;
}

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    id: 'name',
    message: 'What is the module called?',
    value: 'NAME',
    help: "the module's name: small letters, digits and underscores",
    type: 'input',
    default: () => 'hello',
    validate: (answer) => parseModuleName(answer).refusal ?? true,
  },
  {
    id: 'description',
    message: 'What does it do, in a few words?',
    value: 'TEXT',
    help: 'what it does, in a few words',
    type: 'input',
    default: () => 'A kernel module written in Rust',
    validate: (answer) => refuseText('description', answer) ?? true,
  },
  {
    id: 'author',
    message: 'Who writes it?',
    value: 'TEXT',
    help: "who writes it (default: git's user.name and user.email)",
    type: 'input',
    default: ({ author }) => author ?? 'Unknown author',
    validate: (answer) => refuseText('author', answer) ?? true,
  },
  select({
    id: 'licence',
    message: 'Under which licence?',
    value: 'SPDX',
    help: 'its licence, one that the kernel accepts',
    choices: licences.map(({ spdx }) => spdx),
    default: () => 'GPL-2.0',
  }),
  select({
    id: 'flavour',
    message: 'How does it use Rust?',
    value: 'FLAVOUR',
    help: 'how it uses Rust (default: rust-for-linux where that is ready, else freestanding)',
    choices: flavours,
    default: defaultFlavour,
  }),
  select({
    id: 'kind',
    message: 'What kind of module is it?',
    value: 'KIND',
    help: 'what kind of module it is',
    choices: kinds,
    default: () => 'hello',
  }),
];

/** The kernel's own Rust where it is ready, otherwise the flavour that asks least of the kernel. */
export function defaultFlavour({ verdicts }: Pick<QuestionContext, 'verdicts'>): Flavour {
  return verdicts['rust-for-linux'].status === 'ready' ? 'rust-for-linux' : 'freestanding';
}

function select(question: Omit<Question, 'type' | 'validate'> & { choices: readonly string[] }): Question {
  const { id, choices } = question;
  return {
    ...question,
    type: 'select',
    validate: (answer) =>
      choices.includes(answer) || `There is no ${id} ${quoteInput(answer)}; it is one of: ${choices.join(', ')}.`,
  };
}
