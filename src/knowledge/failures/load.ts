import { both, freestanding, type KnownFailure } from './failure.ts';

/** What insmod and modprobe say, and the kernel in its log. */
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
    source: 'A module for 7.3 in the kernel 7.2.',
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
    id: 'unknown-symbol',
    flavours: both,
    pattern: 'Unknown symbol [^ ]+ [(]err -?[0-9]+[)]',
    cause:
      'The kernel that the module was to be loaded into does not have this function, or has it in a module that is not loaded.',
    remedy:
      'Build without KBUILD_MODPOST_WARN against a tree of exactly that kernel, and first load the modules that modinfo -F depends names (modprobe does so itself).',
    known: 'recorded',
    source: '7.3: a function that does not exist, let through by KBUILD_MODPOST_WARN=1.',
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
