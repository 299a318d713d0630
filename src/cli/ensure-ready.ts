import { type AssessOptions, assess } from '../assess.ts';
import type { Assessment, Goal } from '../assessment.ts';
import { Failure } from '../failure.ts';
import { archiveHas, headersRelease, previewInstall } from '../setup/apt.ts';
import { describePreview, installCommands, installPackages, rootPrefix } from '../setup/install.ts';
import { planSetup } from '../setup/plan.ts';
import { confirm } from './confirm.ts';
import { isInteractive, say } from './terminal.ts';

/**
 * Installs what the goals lack, with consent, and looks again.
 * @returns the new assessment, in which every goal is ready; null after a dry run.
 * @throws Failure where a goal is out of reach, not all is for apt to do, consent cannot be had or is refused, or the promise was not kept.
 */
export async function ensureReady(
  before: Assessment,
  goals: readonly Goal[],
  options: AssessOptions,
  { yes, dryRun }: { yes: boolean; dryRun: boolean },
): Promise<Assessment | null> {
  const { packages, byHand, blocked } = planSetup(before, goals);
  const asRoot = await rootPrefix();
  const commands = packages.length > 0 ? installCommands(asRoot ?? [], packages) : [];
  if (blocked.length > 0) throw outOfReach(blocked, [...commands, ...byHand]);
  if (dryRun) {
    process.stdout.write([...commands, ...byHand].map((line) => `${line}\n`).join(''));
    return null;
  }
  if (byHand.length > 0) throw leftToPerson([...commands, ...byHand]);
  if (packages.length === 0) return before;
  say(`To get this machine ready:\n${indented(commands).join('\n')}`);
  if (!asRoot) {
    throw new Failure('setup.root', 'Nothing was changed: the commands above need root, and there is no sudo here.');
  }
  if (!yes) await obtainConsent(packages);
  await installPackages(asRoot, packages, say);
  await sayWhichHeaders(before, packages);
  const after = await assess(options);
  const missed = goals.filter((goal) => after.verdicts[goal].status !== 'ready');
  if (missed.length === 0) return after;
  const reasons = missed.map((goal) => after.verdicts[goal].summary).join('\n');
  throw new Failure('setup.promise', `Everything was installed, yet this machine is not ready:\n${reasons}`);
}

/** The goals that can be reached may be worth having by themselves, so what brings those is said. */
function outOfReach(blocked: string[], commands: string[]): Failure {
  const rest = commands.length > 0 ? ['Commands bring what else is missing:', ...indented(commands)] : [];
  return new Failure('setup.blocked', [...blocked, ...rest].join('\n'));
}

/** apt alone is driven: half of what it takes would leave a machine changed and still not ready. */
function leftToPerson(commands: string[]): Failure {
  const lines = indented(commands).join('\n');
  return new Failure(
    'setup.by-hand',
    `Nothing was changed, since not all of this is for apt. Run it by hand, then try again:\n${lines}`,
  );
}

function indented(commands: string[]): string[] {
  return commands.map((command) => `  ${command}`);
}

/** Nothing is changed before somebody has said yes. */
async function obtainConsent(packages: string[]): Promise<void> {
  if (!isInteractive()) {
    const way = 'run the commands above, or pass --yes';
    throw new Failure('setup.consent', `Nothing was changed, since there is no terminal to ask at: ${way}.`);
  }
  const preview = await previewInstall(packages);
  if (preview) say(describePreview(preview));
  if (!(await confirm('Run these commands now?'))) throw new Failure('setup.refused', 'Nothing was changed.');
}

/** A kernel's headers leave the archive when its next update comes: say which release's came instead of the running one's. */
async function sayWhichHeaders({ host }: Assessment, packages: string[]): Promise<void> {
  const meta = packages.find((name) => name.startsWith('linux-headers-'));
  if (!meta || (await archiveHas(`linux-headers-${host.kernelRelease}`))) return;
  const release = await headersRelease(meta);
  if (!release) return;
  say(
    `The archive has no headers for the running kernel ${host.kernelRelease}; ${meta} has those of ${release}, so modules are built for that one.`,
  );
}
