import type { Distribution, RustPair } from '../../knowledge/distributions/distribution.ts';
import { freestandingFloor } from '../../knowledge/kernel/minimum.ts';
import type { Remedy } from '../../model/assessment.ts';
import type { Facts } from '../../model/facts.ts';
import { compareVersions } from '../../text/versions.ts';
import { advice, install } from '../remedy/remedies.ts';
import { mayDriveRustup, rustupLibrarySource } from '../remedy/rustup.ts';

/**
 * The way to a rustc with its library source: the distribution's pair; rustup where that is here, and the distribution
 * has no pair that a command brings, or one whose rustc would take the place of rustup's; otherwise prose.
 * @param floor the oldest rustc that will do
 */
export function rustPair(distribution: Distribution | null, facts: Facts, floor = freestandingFloor): Remedy {
  const pair = distribution?.rust ?? null;
  if (distribution === null || pair === null || isBelow(distribution, pair, floor)) {
    return mayDriveRustup(facts) ? rustupLibrarySource(facts, floor) : adviseRustup(distribution, floor);
  }
  const isCommanded = distribution.manager !== null && pair.librarySource === undefined;
  const isInTheWay = facts.rustup?.shim === pair.rustc;
  if (mayDriveRustup(facts) && (!isCommanded || isInTheWay)) return rustupLibrarySource(facts, floor);
  if (pair.librarySource === undefined) {
    return install('a rustc with its library source', pair.packages, distribution, facts.host);
  }
  const packages = [...new Set(pair.packages)].join(' and ');
  return advice(
    `Install ${packages}, say where the library source is, and look again: export RUST_LIB_SRC=${pair.librarySource}`,
    'https://docs.kernel.org/rust/quick-start.html',
  );
}

/** Of a release whose versions follow upstream's it is not known here. */
function isBelow({ versions }: Distribution, { packages: [rustc = ''] }: RustPair, floor: string): boolean {
  const version = versions[rustc];
  return version !== undefined && compareVersions(version, floor) < 0;
}

function adviseRustup(distribution: Distribution | null, floor: string): Remedy {
  const lack = distribution ? `${distribution.title} has no rustc of ${floor} or newer with its library source. ` : '';
  return advice(
    `${lack}Install rustup, then: rustup toolchain install stable --profile minimal --component rust-src`,
    'https://rustup.rs',
  );
}
