import type { Remedy } from '../assessment.ts';
import type { HostFact } from '../facts.ts';
import type { Distribution } from '../knowledge/distribution.ts';
import { advice, install } from './remedies.ts';

/** The way to a rustc with its library source: the distribution's pair, or prose where the pair is not known. */
export function rustPair(distribution: Distribution | null, host: HostFact): Remedy {
  if (distribution) return install('a rustc with its library source', distribution.rust.packages, distribution, host);
  return advice(
    'Install a rustc and the library source of exactly its version. With rustup: rustup component add rust-src.',
    'https://docs.kernel.org/rust/quick-start.html',
  );
}
