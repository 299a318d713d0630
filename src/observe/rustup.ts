import { machine } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { list, readText, stat } from './files.ts';
import { compareNaturally } from './natural-order.ts';
import { type Program, programAt } from './program.ts';

/** The toolchains that rustup has installed, read from its folder without running it. */
export interface RustupToolchains {
  /** The rustc that rustup's shim would choose without an override in the folder; null when it is not installed. */
  chosen: Program | null;
  /** Every toolchain's rustc, the chosen one first, then pinned versions from newest to oldest, then channels. */
  all: Program[];
}

/**
 * Whether a `rustc` is rustup's shim, which may download a toolchain when it is run: a link to `rustup`,
 * or a hard link or copy of the `rustup` that lies beside it.
 */
export function isShim(program: Program): boolean {
  if (basename(program.real) === 'rustup') return true;
  const beside = stat(join(dirname(program.real), 'rustup'));
  const own = stat(program.real);
  return beside !== null && own !== null && (beside.ino === own.ino || beside.size === own.size);
}

/** @param env RUSTUP_HOME (`~/.rustup` where unset) and RUSTUP_TOOLCHAIN are read, as rustup does */
export function rustupToolchains(env: NodeJS.ProcessEnv): RustupToolchains {
  const home = env.RUSTUP_HOME || (env.HOME ? join(env.HOME, '.rustup') : null);
  if (home === null) return { chosen: null, all: [] };
  const folder = join(home, 'toolchains');
  const names = (list(folder) ?? []).sort((a, b) => compareNaturally(b, a));
  const rustcOf = (toolchain: string) => programAt(join(folder, toolchain, 'bin/rustc'));

  const wanted = env.RUSTUP_TOOLCHAIN || defaultToolchain(home);
  const name = installedName(wanted, names);
  const chosen = isAbsolute(wanted) ? programAt(join(wanted, 'bin/rustc')) : name === undefined ? null : rustcOf(name);
  const others = names.map(rustcOf).filter((rustc) => rustc !== null && rustc.path !== chosen?.path);
  return { chosen, all: [chosen, ...others].filter((rustc) => rustc !== null) };
}

function defaultToolchain(home: string): string {
  const settings = readText(join(home, 'settings.toml'), 64 * 1024) ?? '';
  return /^default_toolchain *= *["']([^"'\n]+)["']/m.exec(settings)?.[1] ?? '';
}

/** `stable` is short for `stable-x86_64-unknown-linux-gnu`. */
function installedName(name: string, installed: string[]): string | undefined {
  return installed.find((candidate) => candidate === name || candidate.startsWith(`${name}-${machine()}-`));
}
