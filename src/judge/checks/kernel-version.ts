import { oldestProvenKernel } from '../../knowledge/minimum.ts';
import { noKernel } from '../answers.ts';
import { check } from '../check.ts';
import { compareVersions } from '../versions.ts';

export const kernelVersion = check({
  id: 'kernel.version',
  title: 'Kernel version',
  goals: ['freestanding'],
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
