import type { Architecture } from '../knowledge/architectures/architecture.ts';
import { architectures, findArchitecture, findByName } from '../knowledge/architectures/architectures.ts';
import { plainArchitectures } from '../knowledge/architectures/plain-architectures.ts';
import { packagesOfInterest } from '../knowledge/distributions/distributions.ts';
import type { AssessOptions } from '../model/assess-options.ts';
import type { Facts } from '../model/facts.ts';
import { UsageError } from '../model/usage-error.ts';
import { ownMachine } from '../system/own-machine.ts';
import { observe } from './observe.ts';
import { refuseNamed } from './refuse-named.ts';
import { isPrepared } from './tree/kernel-state.ts';

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
  if (plainArchitectures.some((row) => row.name === options.arch)) throw unknownArchitecture(options.arch ?? '');
  const look = (arch: Architecture) =>
    observe({ env, arch, kdir, kernel, goals, timeoutMs, packages: packagesOfInterest });
  const named = chooseArchitecture(options.arch ?? env.ARCH);
  const seen = await look(named);
  const isFixed = options.arch !== undefined || !env.ARCH || goals.includes('kernel');
  const arch = isFixed ? named : architectureOfTree(seen, named);
  const facts = arch === named ? seen : await look(arch);
  refuseNamed({ kernel }, facts);
  return { facts, architecture: arch };
}

/**
 * To Kbuild ARCH=i386 and ARCH=x86_64 are the same sources, and which of the two modules are built for is told by the
 * configuration of the tree: that decides if it is of the same sources and no tree is of the architecture that was named.
 */
export function architectureOfTree({ kernels }: Pick<Facts, 'kernels'>, named: Architecture): Architecture {
  const trees = kernels.filter(({ state }) => isPrepared(state));
  const sisters = architectures.filter(({ srcarch, qemu }) => srcarch === named.srcarch && qemu !== null);
  const isOf = ({ config }: Architecture) => trees.some((tree) => tree.config[config] === 'y');
  return isOf(named) ? named : (sisters.find(isOf) ?? named);
}

/**
 * `ARCH=x86` fits two architectures; on a machine of one of them it means that one, as it does for Kbuild.
 * @throws UsageError for a name that is unknown, or of an architecture that no modules are made for.
 */
export function chooseArchitecture(named: string | undefined): Architecture {
  const host = findArchitecture(ownMachine());
  const chosen = named === undefined || named === host?.srcarch ? host : findArchitecture(named);
  if (chosen) return chosen;
  throw unknownArchitecture(named ?? ownMachine());
}

/** The refusal of an architecture's name. */
export function unknownArchitecture(named: string): UsageError {
  const known = architectures.map((row) => row.name).join(', ');
  const made = architectures.filter(({ proven }) => proven.length > 0).map((row) => row.name);
  const plain = findByName(plainArchitectures, named);
  return plain
    ? new UsageError(
        'arch.unsupported',
        `No modules are made for ${plain.name} by this version: kernel-rust-module probe --arch ${plain.name} says why. They are made for ${made.join(', ')}.`,
      )
    : new UsageError(
        'arch.unknown',
        `${JSON.stringify(named)} is no architecture this tool knows; it knows ${known}, and those of which kernel-rust-module probe --all-arches tells besides.`,
      );
}
