import { findArchitecture } from '../../knowledge/architectures/architectures.ts';
import type { Facts, KernelTreeFact } from '../../model/facts.ts';
import { Failure } from '../../model/failure.ts';
import type { KdirManifest } from '../../model/tree-manifest.ts';

/** What has to be known of a machine to tell whether it can use an archive. */
export type MachineFacts = Pick<Facts, 'host' | 'kernels' | 'rustcs'>;

/**
 * The stock headers on this machine that an archive was made for; whether they are of the very build, `layOver` finds out.
 * @throws Failure where this machine is another one than the archive needs: found, needed and what to do, in one sentence.
 */
export function headersFor(manifest: KdirManifest, { host, kernels, rustcs }: MachineFacts): string {
  const { release, architecture } = manifest;
  const here = findArchitecture(host.machine)?.name ?? host.machine;
  if (here !== architecture) {
    throw unfit(`is for ${architecture}, and this machine is ${here}: pack a tree on a machine of this architecture`);
  }
  const kernel = kernels.find((candidate) => candidate.release === release);
  if (kernel === undefined) {
    throw unfit(
      `is for Linux ${release}, whose headers are not on this machine (${listed(kernels.flatMap(releaseOf))}): apt-get install linux-headers-${release}`,
    );
  }
  if (!rustcs.some(({ outcome, line }) => outcome === 'ok' && line === manifest.rustc)) {
    const there = rustcs.map(({ path, line }) => `${path} is ${line || 'no rustc that answers'}`);
    throw unfit(
      `needs ${manifest.rustc}, and this machine has no such compiler (${listed(there)}): install the one that the kernel was built with (Debian: apt-get install rustc)`,
    );
  }
  return kernel.made?.headers ?? kernel.dir;
}

function releaseOf({ release }: KernelTreeFact): string[] {
  return release === null ? [] : [release];
}

function listed(items: string[]): string {
  return items.length === 0 ? 'there are none' : items.join(', ');
}

function unfit(what: string): Failure {
  return new Failure('kdir.unfit', `The archive ${what}`);
}
