import { refuseBuildPath } from '../knowledge/kernel/build-path.ts';
import { UsageError } from '../model/usage-error.ts';

/** The file, git-ignored, that holds what was chosen for one machine. */
export const configPath = 'config.mk';

/** What is chosen for one machine; null or absent is left to the Makefile's own defaults. */
export interface MachineConfig {
  kdir?: string | null;
  rustc?: string | null;
  /** The folder that holds `core/src/lib.rs`. */
  rustLibSrc?: string | null;
  /** Kbuild's ARCH. */
  arch?: string | null;
  crossCompile?: string | null;
  llvm?: string | null;
}

const variables = {
  kdir: { name: 'KDIR', what: 'The kernel tree' },
  rustc: { name: 'RUSTC', what: 'The Rust compiler' },
  rustLibSrc: { name: 'RUST_LIB_SRC', what: "Rust's library source" },
  arch: { name: 'ARCH', what: 'The architecture' },
  crossCompile: { name: 'CROSS_COMPILE', what: 'The cross compiler prefix' },
  llvm: { name: 'LLVM', what: 'The choice of LLVM' },
} satisfies Record<keyof MachineConfig, { name: string; what: string }>;

/** A command may be several words, `sccache rustc`. */
function refuseCommand(what: string, command: string): string | null {
  if (!/^\S+(?: \S+)*$/.test(command)) return refuseBuildPath(what, command);
  const refusals = command.split(' ').map((word) => refuseBuildPath(what, word));
  return refusals.find((refusal) => refusal !== null) ?? null;
}

/**
 * Renders `config.mk`. `?=` lets the environment win as well as the command line.
 * @throws UsageError for a value that Kbuild could not build with.
 */
export function renderConfigMk(config: MachineConfig): string {
  const lines = Object.entries(variables).flatMap(([key, { name, what }]) => {
    const value = config[key as keyof MachineConfig];
    if (value === undefined || value === null) return [];
    const refusal = key === 'rustc' ? refuseCommand(what, value) : refuseBuildPath(what, value);
    if (refusal !== null) throw new UsageError('path.unbuildable', refusal);
    return [`${name} ?= ${value}`];
  });
  const head = [
    '# What was chosen for this machine; not for git. The command line and the environment win over it.',
    // Without --arch this machine's own is chosen.
    `# To choose again: kernel-rust-module configure${config.arch ? ' --arch ARCH' : ''}`,
  ];
  return `${[...head, ...lines].join('\n')}\n`;
}
