import type { WriteStream } from 'node:fs';
import { mkdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chooseTarget } from '../judge/context.ts';
import type { AssessOptions } from '../model/assess-options.ts';
import type { Goal } from '../model/assessment.ts';
import { Failure } from '../model/failure.ts';
import { manifestFile } from '../model/tree-manifest.ts';
import { defaultTimeoutMs, observeFor } from '../observe/observe-for.ts';
import { stockChecksums } from '../system/files/checksum.ts';
import { errnoOf } from '../system/files/errno.ts';
import { isFile, realPath } from '../system/files/files.ts';
import { heedSignals } from '../system/process/heed-signals.ts';
import { buildRust } from './build/build-tree.ts';
import { failedBuild } from './build/failed-build.ts';
import { findSource } from './build/find-source.ts';
import { createRunLogged } from './build/run-logged.ts';
import { debFile, downloadSource, openPackage } from './build/unpack-source.ts';
import { chooseKernel, chooseMeans } from './choose.ts';
import { whyStale } from './current-tree.ts';
import { refuseFullDisk, sizes } from './disk.ts';
import { removeAbandoned } from './lay/beside.ts';
import { layTree } from './lay/lay.ts';
import { keepForeign, refuseDestination } from './lay/lay-destination.ts';
import { removeLeftovers } from './lay/leftovers.ts';
import { linkSources } from './lay/link-sources.ts';
import { whyNotOurs } from './lay/ours.ts';
import { createPhases, type Show } from './phases.ts';
import { buildPaths, type Places, placesFor } from './places.ts';
import { describePlan, type Plan, workBytes } from './plan.ts';
import { endLog, openLog, refuseUntrusted, removeUnlessPlain } from './prepare-places.ts';

/** What the tree is for. */
const asked: Goal[] = ['rust-for-linux'];

export interface MakeTreeOptions extends Show {
  /** Which kernel, as the probe's options name it: the one that the probe chooses with the very same options. */
  target: AssessOptions;
  /** Consent was given: shows the plan, and asks nothing. */
  yes: boolean;
  /** Asks for consent to the plan that was shown; null where there is nobody to ask. */
  confirm?: (() => Promise<boolean>) | null;
  /** Shows the plan, and does nothing. */
  dryRun?: boolean;
  /** An absolute folder for the tree, instead of one in our cache. */
  output?: string | undefined;
  /** Leaves the source and the build folder behind. */
  keepSource?: boolean;
  /** Says each line that the programs say that make it. */
  verbose?: boolean;
}

/**
 * Makes a kernel tree with Rust metadata of an installed distribution kernel: from its own source package, configuration and
 * compilers, compared with the distribution's own build. Where such a tree is there already, nothing is done.
 * @returns the tree's folder; after a dry run, where it would be
 * @throws Failure or UsageError where it cannot be made, or consent is not to be had; then nothing was changed, or what was is undone.
 */
export async function makeTree(options: MakeTreeOptions): Promise<string> {
  const { target, say, output } = options;
  const { timeoutMs = defaultTimeoutMs } = target;
  const { facts, architecture } = await observeFor({ ...target, goals: asked });
  const judged = chooseTarget(facts, architecture, { timeoutMs, asked });
  const { release, headers } = chooseKernel(facts, judged);
  // Packages know their files by these paths, and links into the headers must not lead through others.
  const kernel = { release, headers: realPath(headers) };
  const places = placesFor(kernel.release, facts.host.cache.dir, output);
  refuseUntrusted(places);
  if (!options.dryRun) await removeAbandoned(places.tree, whyNotOurs);
  if (!places.isCached) await refuseDestination(places.tree);
  const stale = await whyStale(places.tree, kernel);
  if (stale === null) {
    if (!options.dryRun) await linkSources(places);
    say(`The tree of ${kernel.release} is there, whole, and made of the headers as they are.`);
    return places.tree;
  }
  if (stale !== '') say(`The tree in ${places.tree} is to be made again: ${stale}.`);
  const means = chooseMeans(facts, judged);
  const plan = { kernel, means, places, source: await findSource(kernel, means) };
  await refuseFullDisk([
    { folder: places.work, bytes: workBytes(plan.source) },
    { folder: places.tree, bytes: sizes.tree },
  ]);
  say(describePlan(plan));
  if (options.dryRun) return places.tree;
  if (!options.yes) await obtainConsent(options.confirm ?? null);
  await heedSignals((stop) => carryOut(plan, options, stop));
  return places.tree;
}

async function obtainConsent(confirm: (() => Promise<boolean>) | null): Promise<void> {
  if (confirm === null) {
    throw new Failure('kdir.consent', 'Nothing was done, since there is no terminal to ask at: pass --yes.');
  }
  if (!(await confirm())) throw new Failure('kdir.refused', 'Nothing was done.');
}

async function carryOut(plan: Plan, options: MakeTreeOptions, told: AbortSignal): Promise<void> {
  const { kernel, places, source } = plan;
  const { stream: log, trouble, release } = await openLog(places, kernel.release);
  const stop = AbortSignal.any([told, trouble]);
  try {
    await removeLeftovers(places, whyNotOurs);
    await keepForeign(places, options.say);
    await mkdir(places.work, { recursive: true, mode: 0o700 });
    await makeUnderLock(plan, options, { log, stop });
    if (!options.keepSource) await rm(join(places.downloads, debFile(source)), { force: true });
  } catch (error) {
    if (!told.aborted) throw await failedBuild(error, places.log, log);
    const kept = source.archive === null ? '; the next run goes on with what was downloaded' : '';
    options.say(`Stopped. What was half made is gone${kept}.`);
    throw told.reason;
  } finally {
    if (options.keepSource && !told.aborted) options.say(`The source and the build folder are kept in ${places.work}.`);
    else await rm(places.work, { recursive: true, force: true });
    if (isFile(join(places.tree, manifestFile))) await linkSources(places);
    for (const folder of [dirname(places.work), places.downloads]) await removeEmpty(folder);
    await endLog(log);
    await release();
  }
}

async function makeUnderLock(
  { kernel, means, places, source }: Plan,
  { say, moving, verbose }: Pick<MakeTreeOptions, 'say' | 'moving' | 'verbose'>,
  { log, stop }: { log: WriteStream; stop: AbortSignal },
): Promise<void> {
  const phase = createPhases(verbose ? { say } : { say, moving });
  const runIn = (env: NodeJS.ProcessEnv) => createRunLogged({ env, log, stop, heed: verbose ? say : undefined });
  const run = runIn({ ...process.env, LC_ALL: 'C' });
  const stock = await stockChecksums(kernel.headers);
  const archive =
    source.archive ??
    (await phase(`Downloading ${source.package}`, async () => {
      await removeUnlessPlain(join(places.downloads, debFile(source)));
      const deb = await downloadSource(source, places.downloads, run);
      return openPackage(deb, source.package, join(places.work, 'package'), run);
    }));
  const folders = { archive, ...buildPaths(places.work) };
  const vermagic = await buildRust(folders, kernel, means, { run: runIn(plainEnvironment(places)), phase });
  await phase('Laying the tree over the headers', () =>
    layTree(
      folders,
      places.tree,
      {
        ...{ release: kernel.release, vermagic, architecture: means.architecture },
        ...{ rustc: means.rustc.line, bindgen: means.bindgen.line },
        source: { package: source.package, version: source.version },
        ...{ headers: kernel.headers, stock },
      },
      stop,
    ),
  );
}

/**
 * Variables that Kbuild reads would make another build than the distribution's. These say where things are, and no more.
 * A rustc before 1.94 stops if TMPDIR names no folder.
 */
function plainEnvironment({ work }: Places): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'LIBCLANG_PATH', 'RUST_LIB_SRC'];
  return { ...Object.fromEntries(kept.map((name) => [name, process.env[name]])), LC_ALL: 'C', TMPDIR: work };
}

async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
  }
}
