import { relative, resolve } from 'node:path';
import { assess } from '../../api/assess.ts';
import { refuseNoTree } from '../../api/refuse-no-tree.ts';
import { type Kind, kindRow } from '../../knowledge/module/kinds.ts';
import type { AssessOptions } from '../../model/assess-options.ts';
import type { Assessment, Flavour, Goal } from '../../model/assessment.ts';
import { checkGiven, collectAnswers } from '../../scaffold/collect-answers.ts';
import { scaffoldOptions } from '../../scaffold/question-options.ts';
import { suggestedFlavour } from '../../scaffold/questions.ts';
import { type Command, commonOptions } from '../command.ts';
import { assessOptions } from '../options/assess-options.ts';
import { askedFor, givenAnswers } from '../options/given-answers.ts';
import type { ParsedArguments } from '../options/options.ts';
import { ask } from '../terminal/ask.ts';
import { confirm } from '../terminal/confirm.ts';
import { print, say } from '../terminal/output.ts';
import { isInteractive } from '../terminal/terminal.ts';
import { describeCreated, overwriteQuestion } from './describe-created.ts';
import { nextSteps } from './next-steps.ts';

export const newModule: Command = {
  arguments: 'NAME',
  summary: 'scaffold a module; --setup first installs what is missing, --build and --boot go on to a loaded module',
  options: {
    ...scaffoldOptions,
    setup: { help: 'first install what is missing (shows the commands and asks, unless --yes)' },
    backports: { help: "with --setup: agree to the distribution's backports in apt's sources" },
    build: { help: 'then build it' },
    boot: { help: 'then build it, and load and unload it in a virtual machine' },
    ...commonOptions,
  },
  async run(parsed) {
    const given = givenAnswers(parsed);
    checkGiven(given);
    const wishes = readWishes(parsed);
    const options = { ...assessOptions(parsed), ...askedFor(given) };
    const [found, author, { createModule, templates }] = await Promise.all([
      assess(options),
      readAuthor(),
      loadScaffold(),
    ]);
    refuseNoTree(found);
    // With nobody to ask, what the machine lacks is said before which answers are missing.
    const early =
      wishes.setup && !wishes.yes && !isInteractive()
        ? await prepare(
            found,
            { flavour: suggestedFlavour(given, found), kind: (given.kind as Kind | undefined) ?? null },
            options,
            wishes,
          )
        : null;
    const { answers, notes } = await collectAnswers({
      given,
      context: { author, verdicts: found.verdicts, kernel: found.target.kernel },
      yes: wishes.yes,
      ask: isInteractive() ? ask : null,
    });
    notes.forEach(say);
    const assessment = early ?? (await prepare(found, answers, options, wishes));
    const created = await createModule({
      answers,
      destination: resolve(answers.name),
      assessment,
      templates,
      force: wishes.force,
      dryRun: wishes.dryRun,
      confirm: isInteractive() && !wishes.yes ? (conflicts) => confirm(overwriteQuestion(conflicts)) : null,
    });
    created.notes.forEach(say);
    print(describeCreated(created, process.cwd()));
    const { status, summary } = assessment.verdicts[answers.flavour];
    if (status !== 'ready') say(summary);
    if (created.outcome === 'written') {
      const place = relative(process.cwd(), created.folder);
      if (wishes.build) await build(created.folder, place, answers.name, wishes);
      else say(nextSteps(place, { flavour: answers.flavour, status }, options));
    }
    return created.outcome === 'declined' ? 1 : 0;
  },
};

/** Loaded while the tools answer. */
async function loadScaffold() {
  const [{ createModule }, { default: templates }] = await Promise.all([
    import('../../api/create.ts'),
    import('virtual:templates'),
  ]);
  return { createModule, templates };
}

async function readAuthor(): Promise<string | null> {
  const { gitAuthor } = await import('../../observe/host/git-author.ts');
  return gitAuthor(process.cwd(), process.env);
}

interface Wishes {
  yes: boolean;
  force: boolean;
  dryRun: boolean;
  setup: boolean;
  backports: boolean;
  build: boolean;
  boot: boolean;
}

function readWishes({ options }: ParsedArguments): Wishes {
  const has = (name: string) => options[name] === true;
  return {
    yes: has('yes'),
    force: has('force'),
    dryRun: has('dry-run'),
    setup: has('setup'),
    backports: has('backports'),
    build: has('build') || has('boot'),
    boot: has('boot'),
  };
}

/** What is to be built, as far as it decides what that takes; a kind that is not known yet asks for nothing of its own. */
interface Wanted {
  flavour: Flavour;
  kind: Kind | null;
}

/** Makes sure that what was wished for can be done here, before anything is written. */
async function prepare(
  found: Assessment,
  { flavour, kind }: Wanted,
  options: AssessOptions,
  wishes: Wishes,
): Promise<Assessment> {
  const goals: Goal[] = wishes.boot ? [flavour, 'boot'] : [flavour];
  const needs = wishes.boot && kind !== null ? kindRow(kind).needs : [];
  if (wishes.setup) {
    const { ensureReady } = await import('./ensure-ready.ts');
    return (await ensureReady(found, goals, options, { ...wishes, needs })) ?? found;
  }
  if (!wishes.build || wishes.dryRun) return found;
  const { refuseUnready } = await import('./refuse-unready.ts');
  await refuseUnready(found, goals, needs);
  return found;
}

async function build(folder: string, place: string, name: string, { boot }: Wishes): Promise<void> {
  const { make } = await import('../../system/make.ts');
  await make(folder, 'modules', 'stderr');
  print(`Built ${place}/${name}.ko\n`);
  if (boot) await make(folder, 'boot', 'stdout');
}
