import { both, type KnownFailure } from './failure.ts';

/** What modules_install says. */
export const installFailures: readonly KnownFailure[] = [
  {
    id: 'signing-key',
    flavours: both,
    pattern: 'sign-file: [^ ]*signing_key|SSL error:.*(No such file|bss_file)|signing_key[.](pem|x509): No such file',
    cause:
      "modules_install signs modules with the key of the kernel's builder, which a headers package does not contain: the module is installed without a signature.",
    remedy:
      'Nothing, unless the kernel loads only signed modules (Secure Boot: mokutil --sb-state). Then make a key, enroll it with mokutil --import, and sign with scripts/sign-file of the kernel tree.',
    known: 'recorded',
    source: '6.1: the stock headers.',
  },
];
