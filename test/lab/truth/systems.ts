import type { DebianOptions } from '../debian.ts';
import {
  bookwormOldRust,
  bookwormReady,
  bookwormTools,
  sidRust,
  trixieClang,
  trixieReady,
  trixieRust,
  trixieSigned,
} from '../systems.ts';

/** The systems of the cases, by the names that tables show. */
export const systems = {
  'bookworm, make and gcc alone': bookwormTools,
  'bookworm 6.1': bookwormReady,
  'bookworm 6.1, rustc 1.63': bookwormOldRust,
  'trixie 6.12': trixieReady,
  'trixie-backports 7.3': trixieRust,
  'trixie-backports 7.3 by Clang': trixieClang,
  'trixie-backports 7.3 that loads signed modules only': trixieSigned,
  'sid 7.2': sidRust,
} satisfies Record<string, DebianOptions>;

export type SystemName = keyof typeof systems;
