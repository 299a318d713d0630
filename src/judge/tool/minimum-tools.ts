import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import { type MeasuredTool, oldestVersions } from '../../knowledge/kernel/minimum.ts';
import { rowFor } from '../../text/versions.ts';
import type { KernelSource } from '../context.ts';
import type { JudgedKernel } from '../tree/kernel.ts';

/** The oldest version of a tool that will do, with who asks for it, to follow "which" in a sentence. */
export interface Minimum {
  version: string;
  by: string;
}

/**
 * What a kernel asks of a tool on an architecture: what its own scripts/min-tool-version.sh says where it has one, since
 * stable releases and distributions raise it; otherwise what the table says for its release.
 * @returns undefined where neither says anything
 */
export function minimumFor(
  tool: MeasuredTool,
  kernel: JudgedKernel | KernelSource,
  { srcarch }: Pick<Architecture, 'srcarch'>,
): Minimum | undefined {
  const { tree, title } = kernel;
  const own = tree?.minimumTools?.[tool];
  if (own !== undefined) return { version: own, by: `scripts/min-tool-version.sh of ${tree?.dir}` };
  const rows = oldestVersions[tool].filter((row) => !('srcarch' in row) || row.srcarch === srcarch);
  const row = rowFor(rows, releaseOf(kernel));
  return row && { version: row.version, by: title };
}

/** `7.3.4+deb13-amd64` of a kernel that modules are built for, `7.3.4` or `7.3` of one that is to be prepared. */
function releaseOf(kernel: JudgedKernel | KernelSource): string {
  return 'release' in kernel ? kernel.release : kernel.version;
}
