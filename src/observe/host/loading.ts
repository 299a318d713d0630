import { join } from 'node:path';
import type { HostFact } from '../../model/facts.ts';
import { readStart, readText } from '../../system/files/files.ts';

/** UEFI's variable of that name, in the namespace of its own specification. */
const secureBootVariable = 'sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c';

/**
 * What the running kernel says about loading modules that nobody signed.
 * Source: Documentation/filesystems/efivarfs.rst, security/lockdown/lockdown.c, kernel/module/signing.c.
 * @param root the folder taken for `/`
 */
export function observeLoading(root: string): HostFact['loading'] {
  const lockdown = readText(join(root, 'sys/kernel/security/lockdown'));
  const enforced = readText(join(root, 'sys/module/module/parameters/sig_enforce'))?.trim();
  return {
    secureBoot: readSecureBoot(root),
    lockdown: /\[(\w+)\]/.exec(lockdown ?? '')?.[1] ?? null,
    signaturesEnforced: enforced === 'Y' ? true : enforced === 'N' ? false : null,
  };
}

/** Four bytes of attributes come before the variable's value, one byte. */
function readSecureBoot(root: string): boolean | null {
  const value = readStart(join(root, secureBootVariable), 5)?.[4];
  return value === undefined ? null : value === 1;
}
