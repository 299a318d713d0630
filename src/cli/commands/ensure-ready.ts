import { assess } from '../../api/assess.ts';
import type { AssessOptions } from '../../model/assess-options.ts';
import type { Assessment, Goal, Remedy } from '../../model/assessment.ts';
import { Failure } from '../../model/failure.ts';
import { archiveHas, headersRelease, previewInstall } from '../../setup/apt.ts';
import {
  addSource,
  describePreview,
  installPackages,
  planCommands,
  rootPrefix,
  untested,
} from '../../setup/install.ts';
import { type Plan, planSetup, shortcomings } from '../../setup/plan.ts';
import { confirm } from '../terminal/confirm.ts';
import { movingLine } from '../terminal/moving-line.ts';
import { print, say } from '../terminal/output.ts';
import { isInteractive } from '../terminal/terminal.ts';

/** How to go about it. */
interface Manner {
  yes: boolean;
  dryRun: boolean;
  /** Consent to another suite in apt's sources was given, which --yes alone does not give. */
  backports?: boolean;
  /** Ids of findings that must be ok besides the goals. */
  needs?: readonly string[];
}

/**
 * Installs what the goals lack and makes the kernel tree they lack, with consent, and looks again.
 * @returns the new assessment, in which every goal is ready; null after a dry run.
 * @throws Failure where a goal is out of reach, not all is for us to do, consent cannot be had or is refused, or the promise was not kept.
 */
export async function ensureReady(
  before: Assessment,
  goals: readonly Goal[],
  options: AssessOptions,
  { yes, dryRun, backports = false, needs = [] }: Manner,
): Promise<Assessment | null> {
  const plan = planSetup(before, goals, needs);
  const asRoot = await rootPrefix();
  const commands = planCommands(plan, asRoot ?? []);
  if (plan.blocked.length > 0) throw outOfReach(plan.blocked, commands);
  if (dryRun) {
    print(commands.map((line) => `${line}\n`).join(''));
    return null;
  }
  if (plan.byHand.length > 0) throw leftToPerson(commands);
  if (commands.length === 0) return before;
  say(`To get this machine ready:\n${indented(commands).join('\n')}`);
  const warning = plan.manager && untested(plan.manager);
  if (warning) say(warning);
  if (plan.source) say(plan.source.text);
  if (plan.foreign) say(plan.foreign.text);
  if (plan.kdir) say(plan.kdir.text);
  if (plan.manager && !asRoot) {
    throw new Failure(
      'setup.root',
      'Nothing was changed: installing packages needs root, and neither sudo nor doas is installed. Have root run the commands above that install packages, then run this again.',
    );
  }
  if (plan.source && !backports && (yes || !isInteractive())) throw suiteUnasked(plan.source);
  if (!yes) await obtainConsent(plan);
  // What was asked for decides which kernel is chosen once its headers are there.
  const looking = { ...options, goals: [...goals] };
  const after = await carryOut(plan, before, { goals, needs }, looking, asRoot ?? []);
  const reasons = shortcomings(after, goals, needs);
  if (reasons.length === 0) return after;
  throw new Failure('setup.promise', `Everything was installed, yet this machine is not ready:\n${reasons.join('\n')}`);
}

/** Packages first, then what belongs to another architecture; a tree is made only where they have left nothing else to do. */
async function carryOut(
  { source, manager, packages }: Plan,
  before: Assessment,
  { goals, needs }: { goals: readonly Goal[]; needs: readonly string[] },
  options: AssessOptions,
  asRoot: string[],
): Promise<Assessment> {
  let now = before;
  if (source?.source) await addSource(asRoot, source.source);
  if (manager) {
    await installPackages(asRoot, manager, packages, say);
    if (manager === 'apt') await sayWhichHeaders(before, packages);
    now = await assess(options);
  }
  if (planSetup(now, goals, needs).foreign !== null) {
    const { bringForeign } = await import('../../setup/foreign/bring.ts');
    await bringForeign(options, { say, moving: movingLine(process.stderr) });
    now = await assess(options);
  }
  const left = planSetup(now, goals);
  if (left.kdir === null || left.packages.length > 0 || left.blocked.length > 0) return now;
  const { makeTree } = await import('../../tree/make-tree.ts');
  await makeTree({ target: options, yes: true, say, moving: movingLine(process.stderr) });
  return assess(options);
}

/** The goals that can be reached may be worth having by themselves, so what brings those is said. */
function outOfReach(blocked: string[], commands: string[]): Failure {
  const rest = commands.length > 0 ? ['Commands bring what else is missing:', ...indented(commands)] : [];
  return new Failure('setup.blocked', [...blocked, ...rest].join('\n'));
}

/** Where this machine's packages come from is for its owner to widen. */
function suiteUnasked({ source }: Remedy): Failure {
  return new Failure(
    'setup.backports',
    `Nothing was changed: this adds ${source?.suite} to apt's sources. Add --backports to agree to that.`,
  );
}

/** Half of the steps would leave a machine changed and still not ready. */
function leftToPerson(commands: string[]): Failure {
  const lines = indented(commands).join('\n');
  return new Failure(
    'setup.by-hand',
    `Nothing was changed: set-up cannot do all of these steps. Run these commands, then try again:\n${lines}`,
  );
}

function indented(commands: string[]): string[] {
  return commands.map((command) => `  ${command}`);
}

/** Nothing is changed before somebody has said yes. */
async function obtainConsent({ manager, packages }: Plan): Promise<void> {
  if (!isInteractive()) {
    const way = 'run the commands above, or pass --yes';
    throw new Failure('setup.consent', `Nothing was changed, since there is no terminal to ask at: ${way}.`);
  }
  const preview = manager === 'apt' ? await previewInstall(packages) : null;
  if (preview) say(describePreview(preview));
  if (!(await confirm('Run these commands now?'))) throw new Failure('setup.refused', 'Nothing was changed.');
}

/** A kernel's headers leave the archive when its next update comes: say which release's came instead of the running one's. */
async function sayWhichHeaders({ host }: Assessment, packages: string[]): Promise<void> {
  const meta = packages.find((name) => /^linux-headers-[a-z]/.test(name));
  if (!meta || (await archiveHas(`linux-headers-${host.kernelRelease}`))) return;
  const release = await headersRelease(meta);
  if (!release) return;
  say(
    `The archive has no headers for the running kernel ${host.kernelRelease}; ${meta} has those of ${release}, so modules are built for that one.`,
  );
}
