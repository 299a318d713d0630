import { type Kind, kindNames, kindRow, kindsOf } from '../knowledge/module/kinds.ts';
import { licences } from '../knowledge/module/licences.ts';
import { type Assessment, type Flavour, flavours } from '../model/assessment.ts';
import { quoteInput } from '../text/quote.ts';
import type { Answers } from './answers.ts';
import { fittingKinds, type KindsKernel, refuseKind } from './fitting-kinds.ts';
import { parseModuleName } from './name.ts';
import { refuseText } from './text.ts';

/** What defaults are made from. */
export interface QuestionContext {
  /** Who the author is by git's configuration, `Jane Doe <jane@example.org>`; null where it does not say. */
  author: string | null;
  verdicts: Pick<Assessment['verdicts'], 'rust-for-linux'>;
  /** The kernel that the module is made for; null where none was found. */
  kernel: KindsKernel | null;
}

export type QuestionId = Exclude<keyof Answers, 'withC'>;

/** Answers that are known, by the command line or because they were asked for before. */
export type KnownAnswers = Partial<Record<QuestionId, string>> & Partial<Pick<Answers, 'withC'>>;

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
  /** What a choice means, one line, where its name does not say all. */
  describe?(choice: string): string;
  /** Those of the choices that go with the other answers and with the kernel, where not all do. */
  offers?(known: KnownAnswers, context: QuestionContext): readonly string[];
  default(context: QuestionContext, known: KnownAnswers): string;
  /** True, or one sentence saying what is wrong and what would do. */
  validate(answer: string): true | string;
  /** Null, or one sentence saying why a valid answer does not go with the other answers or the kernel, and what would. */
  refuse?(answer: string, known: KnownAnswers, context: QuestionContext): string | null;
}

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    id: 'name',
    message: 'What is the module called?',
    value: 'NAME',
    help: "the module's name: letters, digits and underscores",
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
    offers: fittingFlavours,
    default: (context, known) => suggestedFlavour(known, context),
    refuse: (answer, { withC }) =>
      withC && answer === 'freestanding'
        ? 'A freestanding module has C in it as it is, in src/module.c: --with-c goes with --flavour rust-for-linux.'
        : null,
  }),
  select({
    id: 'kind',
    message: 'What kind of module is it?',
    value: 'KIND',
    help: 'what kind of module it is',
    choices: kindNames,
    describe: (kind) => kindRow(kind as Kind).title,
    offers: ({ flavour }, { kernel }) => fittingKinds(flavour as Flavour, kernel),
    default: () => 'hello',
    refuse: (answer, { flavour }, { kernel }) => refuseKind(answer as Kind, flavour as Flavour, kernel),
  }),
];

/** The flavours that have what is known to be wanted. */
function fittingFlavours({ kind, withC }: KnownAnswers): readonly Flavour[] {
  const fitting = kind === undefined ? flavours : flavours.filter((flavour) => kindsOf(flavour).includes(kind as Kind));
  return withC ? fitting.filter((flavour) => flavour !== 'freestanding') : fitting;
}

/**
 * The flavour that is given; otherwise, out of those that have what is known to be wanted, the kernel's own Rust where
 * that is ready, and the one that asks least of the kernel where it is not.
 */
export function suggestedFlavour(known: KnownAnswers, { verdicts }: Pick<QuestionContext, 'verdicts'>): Flavour {
  if (known.flavour !== undefined) return known.flavour as Flavour;
  const preferred: Flavour = verdicts['rust-for-linux'].status === 'ready' ? 'rust-for-linux' : 'freestanding';
  const fitting = fittingFlavours(known);
  return fitting.includes(preferred) ? preferred : (fitting[0] ?? preferred);
}

/** The choices of a question as a prompt shows them. */
export function promptChoices({ choices = [], describe }: Question): { value: string; name: string }[] {
  return choices.map((value) => ({ value, name: describe ? `${value}: ${describe(value)}` : value }));
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
