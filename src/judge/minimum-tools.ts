import { type MinimumTools, minimumTools } from '../knowledge/minimum.ts';
import { rowFor } from './versions.ts';

/** What a kernel of this release asks of the tools that build its modules. */
export function minimumToolsFor(release: string): Omit<MinimumTools, 'from'> {
  return rowFor(minimumTools, release) ?? { gcc: '0', binutils: '0', make: '0' };
}
