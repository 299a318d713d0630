import type { Facts } from '../../src/model/facts.ts';
import trixieFull from '../fixtures/facts/truth/freestanding-backports.json' with { type: 'json' };
import bookwormBare from '../fixtures/facts/truth/freestanding-bare.json' with { type: 'json' };
import bookwormReady from '../fixtures/facts/truth/freestanding-bookworm.json' with { type: 'json' };

/** Facts recorded in the lab: Debian 12 with rustup only, Debian 12 and Debian 13 with their toolchains. */
export const recorded = { bookwormBare, bookwormReady, trixieFull } as unknown as Record<
  'bookwormBare' | 'bookwormReady' | 'trixieFull',
  Facts
>;
