import { join } from 'node:path';
import templates from 'virtual:templates';
import Generator from 'yeoman-generator';
import { assess } from '../../src/api/assess.ts';
import { type CreateRequest, createModule } from '../../src/api/create.ts';
import { refuseNoTree } from '../../src/api/refuse-no-tree.ts';
import { describeCreated, overwriteQuestion } from '../../src/cli/commands/describe-created.ts';
import { nextSteps } from '../../src/cli/commands/next-steps.ts';
import { assessOptions } from '../../src/cli/options/assess-options.ts';
import { askedFor, givenAnswers } from '../../src/cli/options/given-answers.ts';
import type { ParsedArguments } from '../../src/cli/options/options.ts';
import { print, say } from '../../src/cli/terminal/output.ts';
import type { AssessOptions } from '../../src/model/assess-options.ts';
import { gitAuthor } from '../../src/observe/host/git-author.ts';
import { type Ask, checkGiven, collectAnswers } from '../../src/scaffold/collect-answers.ts';
import { promptChoices, questions } from '../../src/scaffold/questions.ts';
import { version } from '../../src/version.ts';
import { options as ownOptions, readCommandLine, wordsFromYo } from './command-line.ts';
import { reportRefusal } from './report-refusal.ts';

type BaseOptions = ConstructorParameters<typeof Generator>[1];

/** `yo kernel-rust-module NAME`: asks what `kernel-rust-module new NAME` asks, and writes the same bytes. */
export default class App extends Generator {
  /** What yo was asked for; null where another program runs this generator. */
  readonly #words = wordsFromYo(process.argv.slice(2));
  #request: CreateRequest | undefined;
  #looking: AssessOptions = {};

  constructor(args: string[] | undefined, options: BaseOptions) {
    super(args ?? [], options, { skipParseOptions: true, customInstallTask: true });
    this.description = 'Scaffolds a Linux kernel module in Rust.';
    const [name] = questions;
    this.argument('name', { type: String, required: false, description: name?.help });
    for (const [option, { value, help }] of Object.entries(ownOptions)) {
      this.option(option, { type: value ? String : Boolean, description: help });
    }
  }

  async prompting(): Promise<void> {
    // Who runs a generator shows its help text; some then go on to run it.
    if (this.options.help) return;
    await this.#attempt(async () => {
      const parsed = readCommandLine(this.#words, { args: this._args, options: this.options });
      if (parsed.options.version) print(`${version}\n`);
      else this.#request = await this.#prepare(parsed);
    });
  }

  async writing(): Promise<void> {
    const request = this.#request;
    if (!request) return;
    await this.#attempt(async () => {
      const { name, flavour } = request.answers;
      const { status, summary } = request.assessment.verdicts[flavour];
      const created = await createModule(request);
      created.notes.forEach(say);
      print(describeCreated(created, this.env.cwd));
      if (status !== 'ready') say(summary);
      if (created.outcome === 'written') say(nextSteps(name, { flavour, status }, this.#looking));
      if (created.outcome === 'declined') process.exitCode = 1;
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      if (!this.#words || !reportRefusal(error)) throw error;
    });
  }

  async #prepare(parsed: ParsedArguments): Promise<CreateRequest> {
    const { yes, force, 'dry-run': dryRun } = parsed.options;
    const given = givenAnswers(parsed);
    checkGiven(given);
    const folder = this.destinationRoot();
    this.#looking = { ...assessOptions(parsed), ...askedFor(given) };
    const [assessment, author] = await Promise.all([assess(this.#looking), gitAuthor(folder, process.env)]);
    refuseNoTree(assessment);
    const isInteractive = Boolean(process.stdin.isTTY && process.stdout.isTTY);
    const ask = isInteractive ? this.#ask : null;
    const { answers, notes } = await collectAnswers({
      given,
      context: { author, verdicts: assessment.verdicts, kernel: assessment.target.kernel },
      yes: yes === true,
      ask,
    });
    notes.forEach(say);
    return {
      answers,
      destination: join(folder, answers.name),
      assessment,
      templates,
      force: force === true,
      dryRun: dryRun === true,
      confirm: isInteractive && !yes ? this.#confirm : null,
    };
  }

  readonly #ask: Ask = async (question, suggestion) => {
    const { id, type, message, validate } = question;
    const prompt = { name: id, message, default: suggestion };
    const answers = await this.prompt<Record<string, string>>([
      type === 'select'
        ? { ...prompt, type: 'select', choices: promptChoices(question) }
        : { ...prompt, type: 'input', validate },
    ]);
    return answers[id] ?? suggestion;
  };

  readonly #confirm = async (conflicts: string[]): Promise<boolean> => {
    const answers = await this.prompt<{ overwrite: boolean }>([
      { type: 'confirm', name: 'overwrite', message: overwriteQuestion(conflicts), default: false },
    ]);
    return answers.overwrite;
  };
}
