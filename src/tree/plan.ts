import type { KernelSource } from './build/find-source.ts';
import type { ChosenKernel, Means } from './choose.ts';
import { megabytes, sizes } from './disk.ts';
import type { Places } from './places.ts';

/** All that is known before anything is changed. */
export interface Plan {
  kernel: ChosenKernel;
  means: Means;
  source: KernelSource;
  places: Places;
}

/** What is about to be done, for people. */
export function describePlan({ kernel, means, source, places }: Plan): string {
  const { downloadBytes } = source;
  const from = downloadBytes === 0 ? 'which is installed' : `${megabytes(downloadBytes)} to download`;
  return `A kernel tree with the Rust metadata of ${kernel.release}:
  source    ${source.package} ${source.version}, ${from}
  tools     ${means.rustc.line}; ${means.bindgen.line}; ${means.cc}
  tree      ${places.tree}, ${megabytes(sizes.tree)}
  meanwhile ${megabytes(workBytes(source))} in ${places.work}
  time      a minute on two idle processors, some minutes on busy or slow ones`;
}

/** Bytes that the work takes: what is unpacked and built, and for a download the package and the archive in it, which is as large. */
export function workBytes({ downloadBytes }: KernelSource): number {
  return sizes.work + 2 * downloadBytes;
}
