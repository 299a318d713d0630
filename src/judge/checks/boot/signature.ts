import { noKernel } from '../../answers.ts';
import { check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';

export const bootSignature = check({
  id: 'boot.signature',
  title: 'Module signatures',
  goals: ['boot'],
  about:
    'Whether the kernel loads modules that nobody signed. One built with CONFIG_MODULE_SIG_FORCE loads none of them, in QEMU neither.',
  remedy: 'Choose a kernel built without CONFIG_MODULE_SIG_FORCE.',
  source: 'Documentation/admin-guide/module-signing.rst.',
  judge(_facts, { kernel }) {
    if (kernel === null) return noKernel;
    if (kernel.tree?.config.CONFIG_MODULE_SIG_FORCE !== 'y')
      return { status: 'ok', found: `${kernel.title} loads unsigned modules` };
    return {
      status: 'fail',
      found: `${kernel.title} loads signed modules only (CONFIG_MODULE_SIG_FORCE)`,
      needed: 'a kernel that loads unsigned modules, or its signing key',
      remedies: [advice('Choose a kernel built without CONFIG_MODULE_SIG_FORCE, with --kdir or --kernel.')],
    };
  },
});
