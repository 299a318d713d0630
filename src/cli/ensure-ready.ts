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
 * @throws Failure where a goal is out of reach, consent cannot be had or is refused, or the promise was not kept.
 */
export async function ensureReady(
  before: Assessment,
  goals: readonly Goal[],
  options: AssessOptions,
  { yes, dryRun }: { yes: boolean; dryRun: boolean },
): Promise<Assessment | null> {
  const { packages, blocked } = planSetup(before, goals);
  if (blocked.length > 0) throw new Failure('setup.blocked', blocked.join('\n'));
  if (packages.length === 0) return dryRun ? null : before;
  const asRoot = await rootPrefix();
  const commands = installCommands(asRoot ?? [], packages);
  if (dryRun) {
    process.stdout.write(`${commands.join('\n')}\n`);
    return null;
  }
  say(`To get this machine ready:\n${commands.map((command) => `  ${command}`).join('\n')}`);
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
