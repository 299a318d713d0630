import type { Assessment, Toolchain } from '../../model/assessment.ts';
import { block } from '../../text/wrap.ts';
import type { Layout } from './layout.ts';

/** The kernel that was judged, and the other trees that are here. */
export function renderKernels({ target, kernels }: Assessment, { width }: Layout): string[] {
  const others = kernels.filter(({ dir }) => dir !== target.kernel?.dir);
  return [
    ...block(target.chosen, { width, indent: 2 }),
    ...others.flatMap(({ dir, release, state }) =>
      block(`Also here: ${release ?? 'no release'} in ${dir} (${state}).`, { width, indent: 2 }),
    ),
  ];
}

/** Every rustc: what it was chosen for, or why it was passed over. */
export function renderToolchains(toolchains: readonly Toolchain[], { width }: Layout): string[] {
  return toolchains.flatMap((toolchain) => [
    ...block(`${toolchain.version} in ${toolchain.rustc}`, { width, indent: 2 }),
    ...block(fate(toolchain), { width, indent: 6 }),
  ]);
}

function fate({ chosenFor, passedOver, librarySource }: Toolchain): string {
  if (chosenFor.length === 0) return `passed over: ${passedOver}`;
  return `chosen for ${chosenFor.join(' and ')}${librarySource === null ? '' : `, with library source in ${librarySource}`}`;
}
