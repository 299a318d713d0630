import { both, type KnownFailure } from './failure.ts';

/** What modules_install and depmod say. */
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
  {
    id: 'depmod-skipped',
    flavours: both,
    pattern: "missing 'System[.]map' file[.] Skipping depmod",
    cause:
      'The headers package has no System.map, so modules_install left out depmod, and modprobe does not find the module yet.',
    remedy: 'Make the list of modules again: sudo depmod RELEASE (the name of the folder below /lib/modules).',
    known: 'recorded',
    source: '6.1: the stock headers.',
  },
  {
    id: 'install-not-permitted',
    flavours: both,
    pattern:
      '(mkdir|cp|install|depmod|ln|rm|stat): (ERROR: )?[^:]*/lib/modules[^:]*: (Permission denied|Read-only file system)',
    cause:
      'The module was to be installed below /lib/modules, where only root may write, or which is read-only on this system.',
    remedy:
      "Run sudo make modules_install (it builds nothing); on a system with a read-only /usr use INSTALL_MOD_PATH=DIR and that system's own way to add modules, or load it with sudo insmod ./NAME.ko.",
    known: 'recorded',
    source: '6.1 (another user than root).',
  },
];
