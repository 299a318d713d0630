import { freestandingFloor } from '../kernel/minimum.ts';
import type { AnyArchitecture, Architecture } from './architecture.ts';
import { arm } from './arm.ts';
import { arm64 } from './arm64.ts';
import { i386 } from './i386.ts';
import { loongarch64 } from './loongarch64.ts';
import { mips64el } from './mips64el.ts';
import { ppc64le } from './ppc64le.ts';
import { riscv64 } from './riscv64.ts';
import { s390x } from './s390x.ts';
import { um } from './um.ts';
import { x86_64 } from './x86_64.ts';

/**
 * Where the names of a column come from: machine, Kbuild's `scripts/subarch.include` and the UTS_MACHINE of
 * `arch/<SRCARCH>/Makefile`; arch, srcarch, config and symbols, `arch/<SRCARCH>/Kconfig`; Debian's, `dpkg-architecture -L`;
 * rustTarget, the target built into rustc that `arch/<SRCARCH>/Makefile` of 7.3 hands it; LLVM's, `clang -print-targets`
 * and `llvm-config --targets-built` of LLVM 19 and 21; ELF's, include/uapi/linux/elf-em.h; QEMU's, the programs of
 * Debian's qemu-system packages; gccTriplet, Debian's cross compilers (`gcc-<triplet>`). `source` tells what shows a row
 * to be so, `departures` where a name is from elsewhere.
 */
export const architectures: readonly Architecture[] = [
  x86_64,
  i386,
  um,
  arm64,
  arm,
  riscv64,
  ppc64le,
  s390x,
  loongarch64,
  mips64el,
];

/**
 * Finds an architecture by any of its names: ours first, then uname's, Kbuild's, Debian's or LLVM's.
 * Answers null for an unknown name, and for one that fits several rows, such as `x86`.
 */
export function findArchitecture(name: string): Architecture | null {
  return findByName(architectures, name);
}

/** The row of a table that has the name for its own, otherwise the only one that shares it. */
export function findByName<Row extends Named>(rows: readonly Row[], name: string): Row | null {
  const own = rows.find((row) => [row.name, ...row.aliases].includes(name));
  if (own) return own;
  const [only, ...others] = rows.filter((row) => sharedNames(row).includes(name));
  return only !== undefined && others.length === 0 ? only : null;
}

/** What a row is found by. */
interface Named extends Pick<Architecture, 'name' | 'machine' | 'arch' | 'srcarch' | 'aliases'> {
  debian?: string | null;
  llvm: Architecture['llvm'] | null;
}

function sharedNames({ machine, arch, srcarch, debian, llvm }: Named): string[] {
  return [...machine, arch, srcarch, ...(debian ? [debian] : []), ...(llvm ? [llvm.clang] : [])];
}

/** The oldest rustc for freestanding modules on an architecture. */
export function freestandingFloorOn({ freestanding }: Pick<Architecture, 'freestanding'>): string {
  return freestanding.rustc ?? freestandingFloor;
}

/** Why its kernels cannot have Rust, to follow a sentence's end; empty where no more is known than that they cannot. */
export function noteOf({ withoutRust }: Pick<AnyArchitecture, 'withoutRust'>): string {
  return withoutRust ? `: ${withoutRust.text}` : '';
}
