import { both, freestanding, type KnownFailure } from './failure.ts';

const onRealMachine =
  'make boot loads it without that in a virtual machine (unless the kernel was built to insist on signatures).';

/** What insmod, modprobe and rmmod say, and the kernel in its log when it refuses a module. */
export const loadFailures: readonly KnownFailure[] = [
  {
    id: 'another-release',
    flavours: both,
    pattern: 'version magic .* should be',
    cause:
      'The module was built for another release, or another configuration, than the kernel that it was to be loaded into.',
    remedy:
      'Build it for that kernel: make clean, then make KDIR=DIR with its tree, or run kernel-rust-module configure.',
    known: 'recorded',
    source: 'A module for 7.3 in the kernel 7.2; 6.1.',
  },
  {
    id: 'symbol-versions',
    flavours: both,
    pattern: 'disagrees about version of symbol|no symbol version for',
    cause:
      'The module was built with the checksums (CRC) of another build of the kernel: the release is the same, and the types behind this symbol are not.',
    remedy:
      'Build it for the tree of exactly the running kernel (its headers package at the same version: cat /proc/version shows it): make clean, then make KDIR=DIR. After an update of the kernel restart the machine first.',
    known: 'recorded',
    source: '6.1 (a checksum of the module changed).',
  },
  {
    id: 'btf-mismatch',
    flavours: both,
    pattern: 'failed to validate module .* BTF: -[0-9]+',
    cause:
      "The module's type information (BTF) does not fit the kernel's: it was built against another vmlinux, or by another pahole. Kernels without MODULE_ALLOW_BTF_MISMATCH refuse it.",
    remedy:
      'Build it without BTF, which loading does not need: make clean, then make CONFIG_DEBUG_INFO_BTF_MODULES=. Otherwise build for the tree of exactly this kernel.',
    known: 'recorded',
    source: '6.1 (a module with a damaged section .BTF); https://github.com/shuuri-labs/pocknix-os/issues/92',
  },
  {
    id: 'another-configuration',
    flavours: both,
    pattern: 'gnu[.]linkonce[.]this_module section size must match',
    cause: 'The kernel tree was configured differently from the kernel that the module was to be loaded into.',
    remedy:
      'Build it against a tree of exactly that kernel: its headers, or what kernel-rust-module kdir makes for it.',
    known: 'recorded',
    source: '7.3, with that section of a module made longer; kernel/module/main.c.',
  },
  {
    id: 'lockdown',
    flavours: both,
    pattern: 'Lockdown: .* module loading is restricted',
    cause:
      'The kernel is locked down, as it is when the machine starts with Secure Boot, and then loads only modules signed with a key that it knows.',
    remedy: `Sign the module with a key of your own that is enrolled (mokutil --import KEY.der, then restart; KDIR/scripts/sign-file sha256 KEY.pem KEY.der FILE.ko), or switch Secure Boot off. ${onRealMachine}`,
    known: 'recorded',
    source: '6.1 (started with lockdown=integrity).',
  },
  {
    id: 'signature-required',
    flavours: both,
    pattern:
      'Loading of (unsigned module|module with (unsupported crypto|unavailable key)) is rejected|Key was rejected by service|Required key not available|PKCS#7 signature not signed with a trusted key',
    cause:
      'This kernel loads only modules signed with a key that it knows, and this one is not signed, or with another key.',
    remedy: `Sign it with a key of your own that is enrolled (mokutil --import KEY.der, then restart; KDIR/scripts/sign-file sha256 KEY.pem KEY.der FILE.ko); on a machine without Secure Boot start the kernel without module.sig_enforce. ${onRealMachine}`,
    known: 'recorded',
    source: '6.1 (started with module.sig_enforce=1; unsigned, signed with an unknown key, and changed after signing).',
  },
  {
    id: 'another-architecture',
    flavours: both,
    pattern: 'Invalid architecture in ELF header',
    cause: 'The module was built for another architecture than that of this kernel.',
    remedy:
      'Build it for this machine: make clean, run kernel-rust-module configure (without --arch), then make; modinfo FILE.ko shows what a module was built for.',
    known: 'recorded',
    source: '6.1 (a module of arm64 on x86_64).',
  },
  {
    id: 'not-a-module',
    flavours: both,
    pattern:
      'Invalid ELF (header magic|section header overflow|header len)|Invalid module format.*ELF|insmod: short read|module has no symbols .stripped',
    cause: 'The file is not a whole kernel module: it was cut off, stripped, compressed, or is another file.',
    remedy:
      'Copy or build it again (file FILE.ko says "ELF 64-bit LSB relocatable"); never strip it except with strip --strip-debug.',
    known: 'recorded',
    source: '6.1 (a text, an empty file, and half of a module).',
  },
  {
    id: 'namespace-at-load',
    flavours: both,
    pattern: 'module uses symbol .* from namespace .*, but does not import it',
    cause: 'The kernel lets only modules that name its namespace use this function; the message says which.',
    remedy: {
      freestanding: 'Write MODULE_IMPORT_NS("NAMESPACE"); in src/module.c (up to 6.12 without the quotes).',
      'rust-for-linux':
        'Write imports_ns: ["NAMESPACE"] in module! (since 6.18), or MODULE_IMPORT_NS("NAMESPACE"); in a C file of the module.',
    },
    known: 'recorded',
    source: '6.1 (dma_buf_get).',
  },
  {
    id: 'unknown-symbol',
    flavours: both,
    pattern: 'Unknown symbol [^ ]+ [(]err -?[0-9]+[)]|Unknown symbol in module|unknown symbol in module',
    mayFollow: true,
    cause:
      'The kernel that the module was to be loaded into does not have this function, or has it in a module that is not loaded.',
    remedy:
      'Build without KBUILD_MODPOST_WARN against a tree of exactly that kernel, and first load the modules that modinfo -F depends names (modprobe does so itself).',
    known: 'recorded',
    source:
      '7.3: a function that does not exist, let through by KBUILD_MODPOST_WARN=1; 6.1: also one of a module that was not loaded.',
  },
  {
    id: 'parameter-value',
    flavours: both,
    pattern: '.* invalid for parameter .',
    cause: 'The value that was given for this parameter is not of its type.',
    remedy: 'Give a number for int and uint and y or n for bool: insmod FILE.ko NAME=5; modinfo -p FILE.ko lists them.',
    known: 'recorded',
    source: '6.1 (count=abc).',
  },
  {
    id: 'parameter-unknown',
    flavours: both,
    pattern: ': unknown parameter .* ignored',
    mayFollow: true,
    cause: 'The module has no parameter of that name; the kernel ignored it and went on.',
    remedy: 'modinfo -p FILE.ko lists the parameters; the name is spelt as in the source.',
    known: 'recorded',
    source: '6.1 (nothere=1).',
  },
  {
    id: 'name-registered',
    flavours: both,
    pattern:
      'sysfs: cannot create duplicate filename|proc_dir_entry .* already registered|kobject_add_internal failed for .* with -EEXIST',
    cause:
      'A device, driver or file of this name exists already: the module registers it twice, or another module has it.',
    remedy: 'Give it another name, and undo every registration when loading fails and when the module is unloaded.',
    known: 'recorded',
    source: '6.1 (a misc device and a file in /proc registered twice).',
  },
  {
    id: 'already-loaded',
    flavours: both,
    pattern: '(insmod|modprobe): .*File exists',
    mayFollow: true,
    cause: 'A module of this name is loaded already, or what the module registers has a name that is taken.',
    remedy: 'Unload it first: sudo rmmod NAME (lsmod lists what is loaded).',
    known: 'recorded',
    source: '6.1 (loaded twice, with busybox and with kmod).',
  },
  {
    id: 'module-not-found',
    flavours: both,
    pattern:
      "modprobe: (FATAL: |ERROR: )?(Module [^ ]+ not found|module [^ ]+ not found|can't open 'modules.dep'|can't change directory to)|could not open mod(ule|dep)[^ ]* file .*modules[.](dep|builtin)",
    cause:
      'modprobe looks only in /lib/modules of the running kernel and in its list (modules.dep), and the module is not there.',
    remedy:
      'Install it and make the list again: sudo make modules_install, then sudo depmod. Without installing: sudo insmod ./NAME.ko.',
    known: 'recorded',
    source: '6.1 (not installed, installed without depmod, no /lib/modules; busybox and kmod).',
  },
  {
    id: 'module-in-use',
    flavours: both,
    pattern: 'rmmod: .*( is in use|Resource temporarily unavailable)',
    cause: 'The module is in use: another module calls it, or a program has its device open.',
    remedy: 'lsmod names the modules that use it, and sudo lsof /dev/NAME the programs; unload or end those first.',
    known: 'recorded',
    source: '6.1 (busybox and kmod).',
  },
  {
    id: 'module-not-loaded',
    flavours: both,
    pattern: 'rmmod: .*(is not currently loaded|can.t unload module .*: No such file or directory)',
    cause: 'No module of this name is loaded.',
    remedy: 'lsmod | grep NAME shows it; in the kernel a hyphen of the name is an underscore.',
    known: 'recorded',
    source: '6.1 (busybox and kmod).',
  },
  {
    id: 'module-permanent',
    flavours: both,
    pattern: 'rmmod: .*(Device or resource busy|Module unloading is not supported|is builtin)',
    cause:
      'The kernel does not unload this module: it has no exit function, is part of the kernel, or hangs in its own init or exit.',
    remedy:
      'Give a C module a module_exit; otherwise restart the machine, and look into its log (sudo dmesg) for an oops of this module.',
    known: 'recorded',
    source: '6.1 (a module without module_exit).',
  },
  {
    id: 'loading-not-permitted',
    flavours: both,
    pattern: '(insmod|modprobe|rmmod): .*Operation not permitted',
    mayFollow: true,
    cause: 'Only root may load modules, in a container nobody may, and nobody may once kernel.modules_disabled is 1.',
    remedy:
      'Use sudo, on the machine itself and not in a container; make boot needs no root and loads it in a virtual machine.',
    known: 'recorded',
    source: '6.1 (another user, and kernel.modules_disabled=1).',
  },
  {
    id: 'module-file-missing',
    flavours: both,
    pattern: 'insmod: .*No such file or directory',
    cause:
      'There is no such file, or the kernel has no symbol table to load it with: insmod wants a path, not the name of a module.',
    remedy: 'Build it first (make), and give the path: sudo insmod ./NAME.ko.',
    known: 'recorded',
    source: '6.1 (busybox and kmod).',
  },
  {
    id: 'init-failed',
    flavours: both,
    pattern:
      '(insmod|modprobe): .*(No such device|Invalid (parameters|argument)|Cannot allocate memory|Input/output error|Bad address|Device or resource busy|Function not implemented)',
    mayFollow: true,
    cause: "The module's own init returned this error, so the kernel unloaded it again.",
    remedy:
      'sudo dmesg shows what the module logged; look in its source for what returns that error (EINVAL is "Invalid argument", ENODEV "No such device").',
    known: 'recorded',
    source: '6.1 (init returned ENODEV, EINVAL).',
  },
  {
    id: 'module-format',
    flavours: both,
    pattern: '(insmod|modprobe): .*([Ii]nvalid module format|Exec format error)',
    mayFollow: true,
    cause: 'The kernel refused the module and says why only in its log.',
    remedy:
      'Read it with sudo dmesg | tail. Most often it was built for another kernel: make clean, then make KDIR=/lib/modules/$(uname -r)/build.',
    known: 'recorded',
    source: '6.1 (insmod and modprobe).',
  },
  {
    id: 'offset-table',
    flavours: freestanding,
    pattern: 'Unknown rela relocation: (9|41|42)$',
    cause: 'An object of the module reads addresses from a global offset table, which a kernel does not have.',
    remedy: 'Find it with make check, and compile it with the flags that the rest of the module is compiled with.',
    known: 'recorded',
    source: '6.1 with a core that was compiled without -Crelocation-model=static; arch/x86/kernel/module.c.',
  },
];
