import { judgeMatrix } from '../../src/judge/matrix/matrix.ts';
import type { AnyArchitecture } from '../../src/knowledge/architectures/architecture.ts';
import { findAnyArchitecture, isFull } from '../../src/knowledge/architectures/plain-architectures.ts';
import type { ArchitectureReport } from '../../src/model/assessment.ts';
import type { Facts, HaveRustFact, MatrixFacts } from '../../src/model/facts.ts';
import { facts } from './facts.ts';
import { assess } from './judging.ts';

/** The row of that name; fails the test for a name that the tables lack. */
export function row(name: string): AnyArchitecture {
  const found = findAnyArchitecture(name);
  if (found === null) throw new Error(`no architecture ${name}`);
  return found;
}

/** What is seen of some architectures on a machine, with the back ends that Debian's rustc 1.96 has. */
export function matrixFacts(
  names: readonly string[],
  overrides: Partial<MatrixFacts> = {},
  observed: Facts = facts(),
): MatrixFacts {
  const full = ['x86_64', ...names].map(row).filter(isFull);
  return {
    machines: Object.fromEntries(full.map(({ name }) => [name, observed])),
    rustcs: [
      {
        rustc: '/usr/bin/rustc',
        targets: ['aarch64-unknown-none-softfloat', 'csky-unknown-linux-gnuabiv2', 'x86_64-unknown-none'],
        backEnds: { AArch64: true, CSKY: false, X86: true },
      },
    ],
    haveRust: null,
    ...overrides,
  };
}

/** The lines of the matrix for some architectures. */
export function matrix(
  names: readonly string[],
  overrides: Partial<MatrixFacts> = {},
  observed: Facts = facts(),
): ArchitectureReport[] {
  const seen = matrixFacts(names, overrides, observed);
  const own = assess(seen.machines.x86_64 ?? observed);
  const options = { generator: own.generator, timeoutMs: 5000, asked: [], leaveOut: new Set<string>() };
  return judgeMatrix(names.map(row), seen, own, options);
}

/** The line for one architecture. */
export function line(
  name: string,
  overrides: Partial<MatrixFacts> = {},
  observed: Facts = facts(),
): ArchitectureReport {
  const [only] = matrix([name], overrides, observed);
  if (only === undefined) throw new Error(`no line for ${name}`);
  return only;
}

/** What the Kconfig files of 7.3 say. */
export const haveRust: HaveRustFact = {
  dir: '/usr/src/linux',
  release: '7.3.4',
  read: ['arm', 'arm64', 'mips', 'powerpc', 'riscv', 'um', 'x86'],
  selects: [
    { srcarch: 'arm', condition: 'CPU_LITTLE_ENDIAN && CPU_32v7 && !KASAN' },
    { srcarch: 'arm64', condition: 'RUSTC_SUPPORTS_ARM64' },
    { srcarch: 'powerpc', condition: 'PPC32' },
    { srcarch: 'powerpc', condition: 'PPC64 && CPU_LITTLE_ENDIAN' },
    { srcarch: 'riscv', condition: 'RUSTC_SUPPORTS_RISCV && CC_IS_CLANG' },
    { srcarch: 'um', condition: null },
    { srcarch: 'x86', condition: 'X86_64' },
  ],
  depends: { RUSTC_SUPPORTS_ARM64: ['CPU_LITTLE_ENDIAN'], RUSTC_SUPPORTS_RISCV: ['64BIT'] },
};
