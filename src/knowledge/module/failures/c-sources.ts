import { both, type KnownFailure } from './failure.ts';

/** The C sources of a module: its shim, its descriptions, and files of the person. */
export const cSourceFailures: readonly KnownFailure[] = [
  {
    id: 'header-of-programs',
    flavours: both,
    pattern:
      'fatal error: (stdio|stdlib|string|stdint|unistd|errno|assert|math|time|pthread|sys/[a-z]+|inttypes|ctype|fcntl|signal|limits)[.]h: No such file',
    cause: 'This header belongs to the C library, which programs have and the kernel does not.',
    remedy:
      'Include the header of the kernel: linux/types.h, linux/string.h, linux/slab.h (kmalloc), linux/printk.h (pr_info), linux/errno.h, linux/ktime.h.',
    known: 'recorded',
    source: '6.1 (stdio.h and string.h).',
  },
  {
    id: 'header-missing',
    flavours: both,
    pattern: 'fatal error: [^ ]*[.]h: No such file or directory',
    cause:
      'A C source includes a header that this kernel does not have: it was moved, renamed, removed or not yet added.',
    remedy:
      'Look for it in the kernel tree (find -L KDIR/include KDIR/arch -name NAME.h), and include the one of this release; #if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0) chooses between two.',
    known: 'recorded',
    source: '6.1 (linux/nothere.h).',
  },
  {
    id: 'c-function-missing',
    flavours: both,
    pattern: 'error: implicit declaration of function',
    cause:
      'A C source calls a function that no included header declares: a header is missing, or this kernel has the function under another name or not at all.',
    remedy:
      'Look for its name in the headers (grep -rn "NAME(" KDIR/include) and include that header, or use what this release has instead.',
    known: 'recorded',
    source: '6.1 (a function that does not exist, and init_timer, which is gone since 4.15).',
  },
  {
    id: 'c-interface-changed',
    flavours: both,
    pattern:
      'error: (initialization of .* from incompatible pointer type|passing argument [0-9]+ of .* from incompatible pointer type|too (few|many) arguments to function|.*has no member named)',
    cause:
      'A C source was written for another release of the kernel: a function or a structure of this one is different.',
    remedy:
      'Compare with the declaration in the headers of this kernel (the notes below the message name it), and change the source; #if LINUX_VERSION_CODE chooses between two.',
    known: 'recorded',
    source: '6.1 (a wrong function in file_operations, and a structure without the member).',
  },
  {
    id: 'c-floating-point',
    flavours: both,
    pattern:
      'error: SSE register (return|argument) with SSE disabled|SSE disabled|error: .*general-regs-only|requires hard-float|hard.float.*(disabled|not)',
    cause: 'A C source calculates with floating-point numbers, and kernel code must not use those registers.',
    remedy: 'Calculate with integers, in fixed point if fractions are needed.',
    known: 'recorded',
    source: '6.1 (x86_64).',
  },
  {
    id: 'warnings-are-errors',
    flavours: both,
    pattern: 'error: .*\\[-Werror(=[-a-z0-9+]+)?\\]',
    cause: 'The C compiler treats this warning as an error: the kernel asks it to, or KCFLAGS does.',
    remedy: 'Correct what it warns of; for one file ccflags-y += -Wno-error in Kbuild turns it into a warning again.',
    mayFollow: true,
    known: 'recorded',
    source: '6.1 (KCFLAGS=-Werror).',
  },
];
