import { type Distribution, noKernels } from './distribution.ts';

/** What holds for every distribution beside Debian's family, and the names of packages that most give as the makers do. */
export const plainNames = {
  make: 'make',
  binutils: 'binutils',
  compiler: 'gcc',
  gcc: 'gcc',
  lld: 'lld',
  metadata: null,
  kdir: null,
  conflicts: {},
  pinsCompiler: false,
  ownKernels: noKernels,
} satisfies Partial<Distribution>;

/** The same for what preparing a kernel's source takes. */
export const plainPreparation = { awk: 'gawk', bc: 'bc', bison: 'bison', flex: 'flex', xargs: 'findutils' } as const;
