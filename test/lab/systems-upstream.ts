import { basename } from 'node:path/posix';
import type { Architecture } from '../../src/knowledge/architectures/architecture.ts';
import { findArchitecture } from '../../src/knowledge/architectures/architectures.ts';
import type { DebianOptions } from './debian.ts';
import { prepareKernel, script, trees } from './systems.ts';

/** A kernel for another architecture than this machine's, with Rust: none of Debian's own has it there. */
export interface UpstreamKernel {
  architecture: Architecture;
  /** Debian unstable, since POWER and s390x want a newer rustc than stable has, with the kernel's tree and what boots it. */
  system: DebianOptions;
  tree: string;
  /** What QEMU boots, in the tree. */
  image: string;
  /** What make is told besides the target. */
  words: string[];
}

const packages = [
  ...[...prepareKernel, 'busybox-static'],
  ...['binutils-riscv64-linux-gnu', 'qemu-system-riscv', 'opensbi'],
  ...['binutils-powerpc64le-linux-gnu', 'qemu-system-ppc'],
  ...['gcc-s390x-linux-gnu', 'qemu-system-s390x'],
];

const source = script('suite-source.sh', 'linux-source-7.3', 'trixie-backports', trees.source);

interface Recipe {
  tree: string;
  image: string;
  /** What its machine needs beside what every one does: the console that boot.sh reads, and what busybox was compiled for. */
  symbols: string;
  llvm?: boolean;
}

function upstreamKernel(name: string, { tree, image, symbols, llvm }: Recipe): UpstreamKernel {
  const architecture = findArchitecture(name);
  if (architecture === null) throw new Error(`${name} is no architecture.`);
  const { arch, gccTriplet } = architecture;
  const words = [`ARCH=${arch}`, `CROSS_COMPILE=${gccTriplet}-`, ...(llvm ? ['LLVM=1'] : [])];
  const kernel = script('small-kernel.sh', trees.source, basename(image), symbols, words.join(' '), tree);
  return { architecture, system: { suite: 'sid', packages, commands: [source, kernel] }, tree, image, words };
}

export const upstreamKernels: UpstreamKernel[] = [
  // arch/riscv/Kconfig has Rust only where Clang compiles the kernel.
  upstreamKernel('riscv64', {
    tree: '/usr/src/riscv-tree',
    image: 'arch/riscv/boot/Image',
    symbols: '64BIT ARCH_VIRT FPU RISCV_ISA_FALLBACK SERIAL_8250 SERIAL_8250_CONSOLE SERIAL_OF_PLATFORM',
    llvm: true,
  }),
  // What arch/powerpc/include/asm/asm-compat.h says to GCC, DS_FORM_CONSTRAINT "YZ<>", is an error to bindgen's libclang.
  upstreamKernel('ppc64le', {
    tree: '/usr/src/powerpc-tree',
    image: 'vmlinux',
    symbols:
      'PPC64 CPU_LITTLE_ENDIAN PPC_BOOK3S_64 PPC_PSERIES PPC_OF_BOOT_TRAMPOLINE PPC_RADIX_MMU ALTIVEC VSX HVC_CONSOLE',
    llvm: true,
  }),
  upstreamKernel('s390x', {
    tree: '/usr/src/s390-tree',
    image: 'arch/s390/boot/bzImage',
    symbols: 'SCLP_TTY SCLP_CONSOLE SCLP_VT220_TTY SCLP_VT220_CONSOLE',
  }),
];
