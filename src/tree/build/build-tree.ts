import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ChosenKernel, Means } from '../choose.ts';
import type { Phase } from '../phases.ts';
import { addHeaders, layBuild, rules, sharedHeaders } from './build-folder.ts';
import type { RunLogged } from './run-logged.ts';
import { refuseOtherSource, unpackSource } from './unpack-source.ts';
import { verifyBuild } from './verify.ts';

/** Where a build takes place. */
export interface BuildFolders {
  /** The archive with the kernel's source. */
  archive: string;
  /** Folders that are not there yet. */
  source: string;
  build: string;
}

/**
 * Builds the Rust part of a distribution's kernel again, as that was built, and compares the two.
 * @param run runs programs in an environment in which nothing turns the build into another one
 * @returns what modules are stamped with
 * @throws Failure where a step fails or what was built differs from the distribution's.
 */
export async function buildRust(
  { archive, source, build }: BuildFolders,
  kernel: ChosenKernel,
  means: Means,
  { run, phase }: { run: RunLogged; phase: Phase },
): Promise<string> {
  const shared = await sharedHeaders(kernel.headers);
  await phase('Unpacking the source', async () => {
    await Promise.all([
      unpackSource(archive, source, run),
      addHeaders(shared, source),
      layBuild(build, { source, headers: kernel.headers }),
    ]);
    await refuseOtherSource(source, shared);
  });
  await phase("Building the kernel's Rust parts", (tell) =>
    run(makeArgv(build, means), { heed: (line) => tell(line.trim().replaceAll(/\s+/g, ' ')) }),
  );
  return phase("Comparing with the distribution's kernel", () => verifyBuild(build, kernel, means));
}

/** HOSTRUSTC compiles the program that writes the target's specification, and HOSTCC links it. */
function makeArgv(build: string, { rustc, bindgen, cc, hostCc, cross }: Means): string[] {
  return [
    ...['make', '--no-builtin-rules', '--no-builtin-variables', '--no-print-directory'],
    ...['-C', build, '-f', join(build, rules), `-j${availableParallelism()}`],
    ...[`RUSTC=${rustc.path}`, `HOSTRUSTC=${rustc.path}`, `BINDGEN=${bindgen.path}`, `CC=${cc}`, `HOSTCC=${hostCc}`],
    ...cross,
    ...['rust-metadata', 'vermagic'],
  ];
}
