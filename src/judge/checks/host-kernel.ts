import { check } from '../check.ts';

export const hostKernel = check({
  id: 'host.kernel',
  title: 'Running kernel',
  goals: [],
  about:
    'Whether modules are built for the kernel that runs. A module loads only in the release it was built for; building and booting in QEMU need nothing of the running kernel, so this only informs.',
  remedy: 'Install the headers of the running kernel, or start the kernel that modules are built for.',
  source: 'uname -r, against the release in include/generated/utsrelease.h of the tree.',
  judge({ host: { kernelRelease } }, { kernel }) {
    if (kernel === null) return { status: 'skip', found: kernelRelease };
    if (kernel.release === kernelRelease) return { status: 'ok', found: kernelRelease };
    return {
      status: 'warn',
      found: `${kernelRelease}; modules are built for ${kernel.title}, and load there and in QEMU, not here`,
    };
  },
});
