import { noKernel } from '../../answers.ts';
import { check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';

export const kernelModules = check({
  id: 'kernel.modules',
  title: 'Loadable modules',
  goals: ['freestanding', 'rust-for-linux', 'boot'],
  about: 'Whether the kernel loads modules at all. One built without CONFIG_MODULES takes none.',
  remedy: 'Choose a kernel built with CONFIG_MODULES=y.',
  source: 'config MODULES in kernel/module/Kconfig.',
  judge(_facts, { kernel }) {
    if (kernel === null) return noKernel;
    if (kernel.modules) return { status: 'ok', found: `${kernel.title} loads modules` };
    return {
      status: 'fail',
      found: `${kernel.title} is built without CONFIG_MODULES`,
      needed: 'a kernel that loads modules',
      remedies: [advice('Choose a kernel built with CONFIG_MODULES=y, with --kdir or --kernel.')],
    };
  },
});
