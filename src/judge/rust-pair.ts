import type { Remedy } from '../assessment.ts';
import type { Facts } from '../facts.ts';
import type { Distribution } from '../knowledge/distribution.ts';
import { freestandingFloor } from '../knowledge/minimum.ts';
import { advice, install } from './remedies.ts';
import { mayDriveRustup, rustupLibrarySource } from './rustup.ts';

/**
 * The way to a rustc with its library source: the distribution's pair; rustup where that is here, and the distribution
 * has no pair that a command brings, or one whose rustc would take the place of rustup's; otherwise prose.
 */
export function rustPair(distribution: Distribution | null, facts: Facts): Remedy {
  const pair = distribution?.rust ?? null;
  if (distribution === null || pair === null) {
    return mayDriveRustup(facts) ? rustupLibrarySource(facts) : adviseRustup(distribution);
  }
  const isCommanded = distribution.manager !== null && pair.librarySource === undefined;
  const isInTheWay = facts.rustup?.shim === pair.rustc;
  if (mayDriveRustup(facts) && (!isCommanded || isInTheWay)) return rustupLibrarySource(facts);
  if (pair.librarySource === undefined) {
    return install('a rustc with its library source', pair.packages, distribution, facts.host);
  }
  const packages = [...new Set(pair.packages)].join(' and ');
  return advice(
    `Install ${packages}, say where the library source is, and look again: export RUST_LIB_SRC=${pair.librarySource}`,
    'https://docs.kernel.org/rust/quick-start.html',
  );
}

function adviseRustup(distribution: Distribution | null): Remedy {
  const lack = distribution
    ? `${distribution.title} has no rustc of ${freestandingFloor} or newer with its library source. `
    : '';
  return advice(
    `${lack}Install rustup, then: rustup toolchain install stable --profile minimal --component rust-src`,
    'https://rustup.rs',
  );
}
