import type { Remedy } from '../../model/assessment.ts';
import type { Facts, RustcFact } from '../../model/facts.ts';
import { compareVersions } from '../../text/versions.ts';

/** Whether rustup can be told to do something: toolchains of it may lie around where it is not on PATH itself. */
export function mayDriveRustup({ rustup }: Facts): boolean {
  return rustup !== null && rustup.shim !== null;
}

/** Lets rustup bring a rustc with its library source: the source alone for one that lacks nothing else, otherwise both. @param floor the oldest that will do */
export function rustupLibrarySource({ rustcs }: Facts, floor: string): Remedy {
  const [toolchain] = rustcs
    .filter((rustc) => lacksOnlySource(rustc, floor))
    .map(toolchainName)
    .filter((name) => name !== null);
  return toolchain === undefined
    ? byRustup(
        'rustup toolchain install stable --profile minimal --component rust-src',
        'a rustc with its library source',
      )
    : byRustup(`rustup component add rust-src --toolchain ${toolchain}`, `the library source of ${toolchain}`);
}

function byRustup(command: string, what: string): Remedy {
  return { commands: [command], text: `Let rustup bring ${what}.`, link: 'https://rustup.rs', packages: [] };
}

function lacksOnlySource({ outcome, version, librarySource, llvmBackend }: RustcFact, floor: string): boolean {
  const isNewEnough = version !== null && compareVersions(version, floor) >= 0;
  return outcome === 'ok' && isNewEnough && librarySource === null && llvmBackend !== false;
}

/** A channel or version that rustup installs, from the name of its folder; null for another folder, which may hold anybody's build. */
function toolchainName({ origin, path }: RustcFact): string | null {
  if (origin !== 'rustup') return null;
  const channel = /\/toolchains\/((?:stable|beta|nightly|\d+\.\d+(?:\.\d+)?)(?:-[\w.-]+)?)\/bin\/rustc$/;
  return channel.exec(path)?.[1] ?? null;
}
