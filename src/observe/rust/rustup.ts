import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { isFile, list, readText, stat } from '../../system/files/files.ts';
import { ownMachine } from '../../system/own-machine.ts';
import { compareNaturally } from '../../text/natural-order.ts';
import { type Program, programAt } from '../run/program.ts';

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
  const home = rustupHome(env);
  if (home === null) return { chosen: null, all: [] };
  const folder = join(home, 'toolchains');
  const names = (list(folder) ?? []).sort((a, b) => compareNaturally(b, a));
  const rustcOf = (toolchain: string) => programAt(join(folder, toolchain, 'bin/rustc'));
  const chosen = toolchainRustc(env.RUSTUP_TOOLCHAIN || defaultToolchain(home), env);
  const others = names.map(rustcOf).filter((rustc) => rustc !== null && rustc.path !== chosen?.path);
  return { chosen, all: [chosen, ...others].filter((rustc) => rustc !== null) };
}

/** The rustc of a toolchain by the name or the folder that somebody calls it; null if it is not installed. */
export function toolchainRustc(toolchain: string, env: NodeJS.ProcessEnv): Program | null {
  if (isAbsolute(toolchain)) return programAt(join(toolchain, 'bin/rustc'));
  const folder = join(rustupHome(env) ?? '', 'toolchains');
  const name = installedName(toolchain, list(folder) ?? []);
  return name === undefined ? null : programAt(join(folder, name, 'bin/rustc'));
}

/** What chooses a toolchain for a folder, and which. */
export interface ToolchainOverride {
  toolchain: string;
  /** A file of the folder or of one above it, or `rustup override`. */
  by: string;
}

/**
 * What rustup's shim goes by in a folder, before the default: of `rustup override set` and rust-toolchain files the
 * nearest one. RUSTUP_TOOLCHAIN goes before them. Source: The rustup book, Overrides.
 */
export function folderOverride(folder: string, env: NodeJS.ProcessEnv): ToolchainOverride | null {
  const home = rustupHome(env);
  if (home === null || env.RUSTUP_TOOLCHAIN) return null;
  const overrides = /^\[overrides\]\n((?:(?!\[).*\n?)*)/m.exec(readSettings(home))?.[1] ?? '';
  for (let at = folder; ; at = dirname(at)) {
    const set = overrides.split('\n').find((line) => line.startsWith(`"${at}" = "`));
    const toolchain = set && /"([^"]*)"\s*$/.exec(set)?.[1];
    if (toolchain) return { toolchain, by: 'rustup override' };
    const file = ['rust-toolchain', 'rust-toolchain.toml'].map((name) => join(at, name)).find(isFile);
    const named = file === undefined ? null : toolchainOfFile(file);
    if (file !== undefined && named !== null) return { toolchain: named, by: file };
    if (at === dirname(at)) return null;
  }
}

/** `channel = "1.85"`, `path = "/opt/rust"`, or in a file without TOML the name alone. */
function toolchainOfFile(file: string): string | null {
  const text = readText(file, 16 * 1024) ?? '';
  const [, key, value] = /^[ \t]*(channel|path)[ \t]*=[ \t]*["']([^"'\n]+)["']/m.exec(text) ?? [];
  if (value !== undefined) return key === 'path' ? resolve(dirname(file), value) : value;
  return /^\s*([\w.-]+)\s*$/.exec(text)?.[1] ?? null;
}

function rustupHome(env: NodeJS.ProcessEnv): string | null {
  return env.RUSTUP_HOME || (env.HOME ? join(env.HOME, '.rustup') : null);
}

function readSettings(home: string): string {
  return readText(join(home, 'settings.toml'), 64 * 1024) ?? '';
}

function defaultToolchain(home: string): string {
  const settings = readSettings(home);
  return /^default_toolchain *= *["']([^"'\n]+)["']/m.exec(settings)?.[1] ?? '';
}

/** `stable` is short for `stable-x86_64-unknown-linux-gnu`. */
function installedName(name: string, installed: string[]): string | undefined {
  return installed.find((candidate) => candidate === name || candidate.startsWith(`${name}-${ownMachine()}-`));
}
