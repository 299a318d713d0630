import { architectures } from '../knowledge/architectures/architectures.ts';

/** An architecture's virtual machine as `boot-arch.sh` sets it; what is null is as everywhere, or needs no reason. */
interface Machine {
  /** Its modules' ELF header: bits, byte order, `e_machine`. */
  elf: string;
  architecture: string;
  uname: string;
  emulator: string;
  machine: string;
  machineReason: string | null;
  package: string;
  console: string;
  options: string | null;
  optionsReason: string | null;
  cross: string;
  processors: number | null;
  processorsReason: string | null;
  last: string | null;
  lastReason: string | null;
}

/** The machines that `make boot` knows. */
export const machines: readonly Machine[] = architectures.flatMap(({ boot, debian, qemu, elf, gccTriplet }) =>
  boot === null || debian === null || qemu === null
    ? []
    : [
        {
          elf: `${boot.bits} ${boot.order} ${elf}`,
          architecture: debian,
          uname: boot.uname,
          emulator: qemu,
          machine: boot.machine.words,
          machineReason: boot.machine.because ?? null,
          package: boot.package,
          console: boot.console,
          options: boot.options?.words ?? null,
          optionsReason: boot.options?.because ?? null,
          cross: `${gccTriplet}-`,
          processors: boot.processors?.count ?? null,
          processorsReason: boot.processors?.because ?? null,
          last: boot.last?.command ?? null,
          lastReason: boot.last?.because ?? null,
        },
      ],
);

/** The values of ARCH that mean the same sources, as `check-arch.sh` tells their kernels: by a symbol, `CONFIG_` left out. */
interface Family {
  /** A pattern of the shell's `case`. */
  archs: string;
  symbol: string;
}

const booted = architectures.filter(({ boot }) => boot !== null);

/** The families of the architectures that `make boot` knows. */
export const families: readonly Family[] = [...new Set(booted.map(({ srcarch }) => srcarch))].map((srcarch) => {
  const rows = booted.filter((row) => row.srcarch === srcarch);
  return {
    archs: [...new Set([srcarch, ...rows.map(({ arch }) => arch)])].join(' | '),
    symbol: rows[0]?.family.replace('CONFIG_', '') ?? '',
  };
});
