import { oldestProvenKernel } from '../../../knowledge/kernel/minimum.ts';
import { compareVersions } from '../../../text/versions.ts';
import { noKernel } from '../../answers.ts';
import { check } from '../../check.ts';

export const kernelVersion = check({
  id: 'kernel.version',
  title: 'Kernel version',
  goals: ['freestanding'],
  about:
    'Whether the kernel is one that freestanding modules have been loaded in, or a newer one. In an older one they may work, but nobody has tried.',
  remedy: 'Use a newer kernel, or try: a module that builds and boots in QEMU works.',
  source: 'The kernels that modules are built and booted for before each release.',
  judge(_facts, { kernel }) {
    if (kernel === null) return noKernel;
    if (compareVersions(kernel.release, oldestProvenKernel) >= 0) return { status: 'ok', found: kernel.release };
    return {
      status: 'warn',
      found: `${kernel.title} is older than any that modules have been loaded in`,
      needed: `${oldestProvenKernel} or newer to be sure`,
    };
  },
});
