import type { Distribution } from '../../../knowledge/distributions/distribution.ts';
import { vendorOf } from '../../../knowledge/distributions/kernel-vendors.ts';
import type { Facts } from '../../../model/facts.ts';
import { check } from '../../check.ts';
import { bringOwnHeaders } from '../../tree/headers-choice.ts';

export const hostKernel = check({
  id: 'host.kernel',
  title: 'Running kernel',
  goals: [],
  about:
    'Whether modules are built for the kernel that runs. A module loads only in the release it was built for; building and booting in QEMU need nothing of the running kernel, so this only informs.',
  remedy: 'Install the headers of the running kernel, or start the kernel that modules are built for.',
  source: 'uname -r, against the release in include/generated/utsrelease.h of the tree.',
  judge(facts, { kernel, architecture, distribution }) {
    const { kernelRelease } = facts.host;
    if (kernel === null) return { status: 'skip', found: kernelRelease };
    if (kernel.release === kernelRelease) return { status: 'ok', found: kernelRelease };
    const own = facts.absent?.origin === 'running' ? bringOwnHeaders(facts, architecture, distribution) : null;
    return {
      status: 'warn',
      found: `${kernelRelease}; modules are built for ${kernel.title}, another kernel: they load there and in QEMU, not here`,
      // Without a tree, kernel.tree says the same. Of a kernel that nobody is known to package there is nothing to say.
      remedies: own !== null && kernel.tree !== null && isPackaged(facts, distribution) ? [own] : [],
    };
  },
});

function isPackaged({ absent, host }: Facts, distribution: Distribution | null): boolean {
  const { release = '', headers = null } = absent ?? {};
  return headers !== null || vendorOf(release) !== null || (distribution?.ownKernels.test(host.kernelRelease) ?? false);
}
