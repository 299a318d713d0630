import { isSet } from '../../../knowledge/kernel/config-condition.ts';
import type { Facts } from '../../../model/facts.ts';
import { check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';

export const hostLoading = check({
  id: 'host.loading',
  title: 'Loading here',
  goals: [],
  about:
    'Whether the running kernel would load a module that nobody signed. Secure Boot, lockdown and enforced signatures forbid it. Modules are built all the same, and booted in QEMU, so this only informs.',
  remedy: 'Load modules in QEMU, or sign them with a key that the running kernel trusts.',
  source:
    'module_sig_check() in kernel/module/signing.c; /sys/kernel/security/lockdown; /sys/module/module/parameters/sig_enforce; the SecureBoot variable of UEFI.',
  judge(facts) {
    const { secureBoot, lockdown, signaturesEnforced } = facts.host.loading;
    const reasons = refusals(facts);
    if (reasons.length > 0) {
      return {
        status: 'warn',
        found: `the running kernel loads signed modules only: ${reasons.join(', ')}`,
        needed: 'a signature by a key that it trusts, before a module is loaded here; building takes none',
        remedies: [
          advice(
            'Load modules in QEMU; or enrol a key of your own with mokutil, and sign them with scripts/sign-file of the kernel tree.',
            'https://docs.kernel.org/admin-guide/module-signing.html',
          ),
        ],
      };
    }
    if (lockdown === null && signaturesEnforced === null) {
      return {
        status: 'skip',
        found: `the running kernel does not say whether it loads unsigned modules${secureBoot ? ', and Secure Boot is on' : ''}`,
      };
    }
    return { status: 'ok', found: 'the running kernel loads modules that nobody signed' };
  },
});

function refusals({ host: { loading, kernelRelease }, kernels }: Facts): string[] {
  const { secureBoot, lockdown, signaturesEnforced } = loading;
  const running = kernels.find(({ release }) => release === kernelRelease);
  const forced = running !== undefined && isSet(running.config, 'MODULE_SIG_FORCE');
  const locked = lockdown !== null && lockdown !== 'none';
  const reasons = [
    ...(forced ? ['CONFIG_MODULE_SIG_FORCE'] : signaturesEnforced ? ['module.sig_enforce'] : []),
    ...(locked ? [`lockdown (${lockdown})`] : []),
  ];
  return reasons.length > 0 && secureBoot ? [...reasons, 'Secure Boot'] : reasons;
}
