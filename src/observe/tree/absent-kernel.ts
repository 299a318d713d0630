import { release as runningRelease } from 'node:os';
import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import { findDistribution } from '../../knowledge/distributions/distributions.ts';
import { type HeadersPackages, headersPackages } from '../../knowledge/distributions/kernel-headers.ts';
import { vendorOf } from '../../knowledge/distributions/kernel-vendors.ts';
import type { AbsentKernelFact, HostFact, KernelTreeFact } from '../../model/facts.ts';
import { findImage } from '../boot/kernel-image.ts';
import type { ProgramPath } from '../run/path.ts';
import type { Runner } from '../run/run.ts';
import { isPrepared } from './kernel-state.ts';
import type { NamedTree } from './kernel-trees.ts';

/** What was seen of the machine so far. */
interface Seen {
  named: NamedTree;
  kernels: readonly KernelTreeFact[];
  host: HostFact;
  arch: Architecture;
  root: string;
}

/** The kernel that was named or runs, if it has no tree here, with what apt's lists say of its headers; otherwise null. */
export async function observeAbsentKernel(
  seen: Seen,
  path: ProgramPath,
  runner: Runner,
): Promise<AbsentKernelFact | null> {
  const { named, kernels, host, arch, root } = seen;
  const isNamed = named.kernel !== undefined;
  if (named.kdir !== undefined) return null;
  const release = named.kernel ?? runningRelease();
  const isHere = isNamed
    ? kernels[0]?.state !== 'missing'
    : kernels.some((tree) => isPrepared(tree.state) && (tree.origin === 'running' || tree.release === release));
  if (isHere) return null;
  const distribution = findDistribution(host.distribution);
  const packages = headersPackages(release, distribution, arch);
  // With a tree at hand it matters only for kernels whose headers are known to be packaged, and costs as much as all the rest.
  const isOwn = distribution?.ownKernels.test(release) || vendorOf(release) !== null;
  const isWorthIt = isNamed || !kernels.some(({ state }) => isPrepared(state)) || (isOwn && host.container === null);
  return {
    release,
    origin: isNamed ? 'named' : 'running',
    image: findImage(release, host.cache.dir, root),
    headers: isWorthIt ? await askApt(packages, release, path, runner) : null,
  };
}

/** apt's own lists, as they are: no network. */
async function askApt(
  { own, instead }: HeadersPackages,
  release: string,
  path: ProgramPath,
  runner: Runner,
): Promise<Record<string, string> | null> {
  const apt = path.first('apt-cache');
  const names = [...own, ...instead];
  if (apt === null || names.length === 0) return null;
  const { ended, stdout } = await runner.run(apt, 'apt-cache', ['depends', '--important', ...names]);
  if (ended !== 'exit') return null;
  const known = parseDepends(stdout, names, release);
  // Every archive has the usual ones: where apt does not even know those, it has no lists.
  return instead.length > 0 && !instead.some((name) => name in known) && !own.some((name) => name in known)
    ? null
    : known;
}

/** Reads `apt-cache depends`: a package's name in the first column, below it lines `  Depends: linux-headers-6.1.0-56-amd64`. */
export function parseDepends(text: string, names: readonly string[], release: string): Record<string, string> {
  const known: Record<string, string> = {};
  let current: string | undefined;
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) current = names.find((name) => name === line.trim());
    if (current === undefined) continue;
    known[current] ??= current.endsWith(`-${release}`) ? release : '';
    known[current] ||= /^ +Depends: [a-z-]*headers-(\d\S*)$/.exec(line)?.[1] ?? '';
  }
  return known;
}
