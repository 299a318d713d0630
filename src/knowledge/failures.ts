import type { KnownFailure } from './failures/failure.ts';
import { firstDayFailures } from './failures/first-day.ts';
import { installFailures } from './failures/install.ts';
import { kbuildFailures } from './failures/kbuild.ts';
import { loadFailures } from './failures/load.ts';
import { resourceFailures } from './failures/resources.ts';
import { rustForLinuxFailures } from './failures/rust-for-linux.ts';
import { sourceFailures } from './failures/source.ts';
import { toolFailures } from './failures/tools.ts';

/** All known failures. If two match the same line of a log, the first of them explains it. */
export const knownFailures: readonly KnownFailure[] = [
  ...resourceFailures,
  ...toolFailures,
  ...rustForLinuxFailures,
  ...firstDayFailures,
  ...sourceFailures,
  ...kbuildFailures,
  ...installFailures,
  ...loadFailures,
];
