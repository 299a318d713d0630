import type { Facts, KernelTreeFact, TreeState } from './facts.ts';
import { refuseBuildPath } from './scaffold/build-path.ts';
import { UsageError } from './usage-error.ts';

const wrong: Partial<Record<TreeState, string>> = {
  missing: 'is not there',
  'not-a-folder': 'is a file, not a folder',
  unreadable: 'may not be read by this user',
  'not-a-tree': 'holds no Makefile of Kbuild',
};

/**
 * A tree that somebody named has to be one: judging another instead would answer a question that nobody asked.
 * @throws UsageError saying what is wrong with it and what would do.
 */
export function refuseNamedTree({ kernels }: Facts): void {
  const named = kernels.find(({ origin }) => origin === 'named');
  if (!named) return;
  const trouble = wrong[named.state] && (leadsNowhere(named) ?? wrong[named.state]);
  if (trouble) {
    throw new UsageError(
      'kernel.no-tree',
      `${JSON.stringify(named.dir)} is no kernel tree: it ${trouble}. Name the headers of an installed kernel, such as /lib/modules/RELEASE/build, or a prepared kernel source folder.`,
    );
  }
  const unbuildable = refuseBuildPath('The kernel tree', named.dir);
  if (unbuildable !== null) throw new UsageError('path.unbuildable', unbuildable);
}

/** A link or a package of headers that is only half here says where the rest should be. */
function leadsNowhere({ dangling: [path] }: KernelTreeFact): string | undefined {
  return path === undefined ? undefined : `leads to ${path}, where nothing is`;
}
