import type { Facts } from '../../src/facts.ts';
import bookwormBare from '../fixtures/facts/bookworm-bare.json' with { type: 'json' };
import bookwormReady from '../fixtures/facts/bookworm-ready.json' with { type: 'json' };
import trixieFull from '../fixtures/facts/trixie-full.json' with { type: 'json' };

/** Facts recorded on real machines: Debian 12 with rustup only, Debian 12 and Debian 13 with their toolchains. */
export const recorded = { bookwormBare, bookwormReady, trixieFull } as unknown as Record<
  'bookwormBare' | 'bookwormReady' | 'trixieFull',
  Facts
>;
