import { kernelCrate, provenLines, releaseLine } from '../knowledge/module/kernel-crate.ts';
import type { Assessment } from '../model/assessment.ts';
import { UsageError } from '../model/usage-error.ts';
import { findNamesake } from '../observe/tree/namesake.ts';
import type { Answers } from '../scaffold/answers.ts';
import { configPath, renderConfigMk } from '../scaffold/config-mk.ts';
import { machineConfig } from '../scaffold/machine-config.ts';
import { manifestPath, renderManifest } from '../scaffold/manifest.ts';
import { toModel } from '../scaffold/model.ts';
import { render, type Template } from '../scaffold/render.ts';
import { listing } from '../text/listing.ts';
import { type PlannedFile, planWrite } from '../write/plan.ts';
import { writeFiles } from '../write/write.ts';

export interface CreateRequest {
  answers: Answers;
  /** The module's folder; absolute. Its parent has to exist. */
  destination: string;
  /** What was found out about this machine: which kernel, which toolchain. */
  assessment: Assessment;
  /** Path below the folder of templates → template. */
  templates: ReadonlyMap<string, Template>;
  /** Whether to overwrite files that differ without asking. */
  force: boolean;
  /** Whether to stop before anything is written. */
  dryRun: boolean;
  /** Asks whether to overwrite these files; null where there is nobody to ask. */
  confirm: ((conflicts: string[]) => Promise<boolean>) | null;
}

export interface Created {
  /** The module's folder, links followed. */
  folder: string;
  files: PlannedFile[];
  /** `declined` when a person would not have files overwritten. */
  outcome: 'written' | 'dry-run' | 'declined';
  /** What a person should be told, a sentence each. */
  notes: string[];
}

/**
 * Scaffolds a module: renders everything, finds every conflict, and only then writes, all or nothing.
 * Both skins come through here, so what they write is the same by construction.
 * @throws UsageError for files that differ with nobody to ask, and for a folder that cannot be written as it is.
 */
export async function createModule(request: CreateRequest): Promise<Created> {
  const { answers, assessment, destination, force, dryRun } = request;
  const files = moduleFiles(request);
  const plan = await planWrite({ destination, files, marker: manifestPath, owned: [configPath], force });
  const result = { folder: plan.folder, files: plan.files, notes: await notesOn(answers, assessment) };
  if (dryRun) return { ...result, outcome: 'dry-run' };
  const conflicts = plan.files.filter(({ state }) => state === 'conflict').map(({ path }) => path);
  if (conflicts.length > 0 && !(await mayOverwrite(conflicts, request))) return { ...result, outcome: 'declined' };
  await writeFiles(plan, files);
  return { ...result, files: plan.files.map(afterWriting), outcome: 'written' };
}

/** A conflict that was written after all was overwritten with leave. */
function afterWriting({ path, state }: PlannedFile): PlannedFile {
  return { path, state: state === 'conflict' ? 'replace' : state };
}

async function notesOn(answers: Answers, assessment: Assessment): Promise<string[]> {
  return [...(await namesakeNotes(answers, assessment)), ...crateNotes(answers, assessment)];
}

/** @throws UsageError for the name of something that is built into the kernel. */
async function namesakeNotes({ name }: Answers, { target: { kernel } }: Assessment): Promise<string[]> {
  if (!kernel?.dir) return [];
  const namesake = await findNamesake({ dir: kernel.dir, release: kernel.release }, name);
  if (namesake === null) return [];
  const title = kernel.release ? `Linux ${kernel.release}` : 'This kernel';
  if (namesake.builtIn) {
    throw new UsageError(
      'answer.name',
      `The module cannot be called ${name}: ${title} has ${name} built in (${namesake.path}), so that no module of that name can be loaded. Choose another name.`,
    );
  }
  const own = `${title} has a module of its own called ${name} (${namesake.path})`;
  return [`${own}, and only one of the two can be loaded: choose another name unless this one is to take its place.`];
}

/** The kernel crate changes with every release, so a module for one that was not tried may not build. */
function crateNotes({ flavour, kind }: Answers, { target: { kernel } }: Assessment): string[] {
  const line = releaseLine(kernel?.release ?? null);
  if (flavour !== 'rust-for-linux' || line === null || provenLines.includes(line)) return [];
  const proven = `Modules of the flavour rust-for-linux are proven with the kernel crate of Linux ${listing(provenLines)}`;
  const untried = `${proven}, not with that of ${line}: this one is fitted to it by what is known of the differences.`;
  const { deviceReadWrite } = kernelCrate(kernel?.release ?? null, kernel?.crate);
  if (kind !== 'misc-device' || deviceReadWrite) return [untried];
  return [
    untried,
    `With the kernel crate of Linux ${line} a character device has ioctls only: it can be read and written since 6.18.`,
  ];
}

/** Every file of a module, `config.mk` for this machine included: path below its folder → text. */
function moduleFiles({ answers, assessment, templates }: CreateRequest): Map<string, string> {
  const { generator, target } = assessment;
  const { kernel } = target;
  const model = toModel(answers, {
    version: generator.version,
    kernelRelease: kernel?.release ?? null,
    crateSources: kernel?.crate ?? null,
  });
  return render(model, answers, templates)
    .set(manifestPath, renderManifest(answers, generator))
    .set(configPath, renderConfigMk(machineConfig(assessment, answers.flavour)));
}

async function mayOverwrite(conflicts: string[], { destination, confirm }: CreateRequest): Promise<boolean> {
  if (confirm) return confirm(conflicts);
  const differ = conflicts.length === 1 ? 'differs' : 'differ';
  throw new UsageError(
    'file.conflict',
    `In ${destination}, ${conflicts.join(', ')} ${differ} from what would be written: add --force to overwrite, or choose another name.`,
  );
}
