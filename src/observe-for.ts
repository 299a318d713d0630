import { machine } from 'node:os';
import type { AssessOptions } from './assess.ts';
import type { Facts } from './facts.ts';
import { type Architecture, architectures, findArchitecture } from './knowledge/architectures.ts';
import { packagesOfInterest } from './knowledge/distributions.ts';
import { observe } from './observe/observe.ts';
import { refuseNamedTree } from './refuse-named-tree.ts';
import { UsageError } from './usage-error.ts';

/** How long a tool may take to answer where nobody says, in milliseconds. */
export const defaultTimeoutMs = 5000;

/**
 * Looks at this machine as `assess` does, and judges nothing.
 * @throws as `assess` does.
 */
export async function observeFor(options: AssessOptions): Promise<{ facts: Facts; architecture: Architecture }> {
  const { kdir, kernel, allKernels = false, goals = [], timeoutMs = defaultTimeoutMs } = options;
  const given = options.env ?? process.env;
  const env = allKernels ? { ...given, KDIR: undefined } : given;
  const arch = chooseArchitecture(options.arch ?? env.ARCH);
  const facts = await observe({ env, arch, kdir, kernel, goals, timeoutMs, packages: packagesOfInterest });
  refuseNamedTree(facts);
  return { facts, architecture: arch };
}

/** `ARCH=x86` fits two architectures; on a machine of one of them it means that one, as it does for Kbuild. */
function chooseArchitecture(named: string | undefined): Architecture {
  const host = findArchitecture(machine());
  const chosen = named === undefined || named === host?.srcarch ? host : findArchitecture(named);
  if (chosen) return chosen;
  const known = architectures.map((row) => row.name).join(', ');
  throw new UsageError(
    'arch.unknown',
    `${JSON.stringify(named ?? machine())} is no architecture this tool knows; it knows ${known}.`,
  );
}
