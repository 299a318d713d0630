import { isRelease } from '../knowledge/distributions/kernel-headers.ts';
import { refuseBuildPath } from '../knowledge/kernel/build-path.ts';
import type { AssessOptions } from '../model/assess-options.ts';
import type { Facts } from '../model/facts.ts';
import { UsageError } from '../model/usage-error.ts';
import { quoteInput } from '../text/quote.ts';
import { isPrepared } from './tree/kernel-state.ts';

/**
 * Refuses words that mean no kernel and no tree. One that merely is not there is for the report to tell.
 * @throws UsageError saying what is wrong with them and what would do.
 */
export function refuseNamed({ kernel }: Pick<AssessOptions, 'kernel'>, { kernels }: Pick<Facts, 'kernels'>): void {
  const named = kernels.find(({ origin }) => origin === 'named');
  if (named === undefined) return;
  const isFound = named.state !== 'missing' && isFolderName(kernel);
  if (kernel !== undefined && !isFound && !isRelease(kernel)) {
    throw new UsageError(
      'kernel.release',
      `${quoteInput(kernel)} is not a kernel release. Give one as uname -r prints it, such as 6.1.0-56-amd64.`,
    );
  }
  const isTree = isPrepared(named.state) || named.state === 'unprepared';
  const unbuildable = isTree ? refuseBuildPath('The kernel tree', named.dir) : null;
  if (unbuildable !== null) throw new UsageError('path.unbuildable', unbuildable);
}

/** A tree that was found may be called anything, but `..` or `../../etc` leads out of the folders of kernels. */
function isFolderName(kernel = ''): boolean {
  return !/^[.]{0,2}$|\//.test(kernel);
}
