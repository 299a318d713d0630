import type { Facts } from '../facts.ts';
import type { Architecture } from '../knowledge/architectures.ts';
import { observeBusybox } from './busybox.ts';
import { observeGccs } from './gcc.ts';
import { observeHost } from './host.ts';
import { observeKernelTrees } from './kernel-trees.ts';
import { observeClang, observeLlvmConfigs } from './llvm.ts';
import { programPath } from './path.ts';
import { guardProcessGroups } from './process-groups.ts';
import { createRunner } from './run.ts';
import { observeRustc } from './rustc.ts';
import { rustcCandidates } from './rustc-candidates.ts';
import { observeTool } from './tools.ts';

/** What to look at, and how long. */
export interface ObserveOptions {
  /** PATH, HOME, RUSTC, RUST_LIB_SRC, BINDGEN, KDIR, RUSTUP_HOME, RUSTUP_TOOLCHAIN and XDG_CACHE_HOME are read; tools run in it. */
  env: NodeJS.ProcessEnv;
  /** The architecture that modules are to be built for. */
  arch: Architecture;
  /** The kernel tree to look at, alone. Goes before `kernel` and the environment's KDIR. */
  kdir?: string | undefined;
  /** Release of the installed kernel tree to look at, alone. */
  kernel?: string | undefined;
  /** How long each command may take, in milliseconds. */
  timeoutMs: number;
  /** Distribution packages whose presence is asked. */
  packages: readonly string[];
  /** The folder taken for `/` where the system's own files are read. */
  root?: string;
}

/**
 * Looks at this machine: asks every tool who it is, all at once and each once, and reads the rest from files
 * while they answer. Never rejects for anything a machine can contain.
 */
export async function observe(options: ObserveOptions): Promise<Facts> {
  const { env, arch, kdir, kernel, timeoutMs, packages, root = '/' } = options;
  const groups = guardProcessGroups();
  try {
    const path = programPath(env.PATH);
    const runner = createRunner(env, timeoutMs, groups);
    const { candidates, rustup } = rustcCandidates(env, path);
    // The slowest first, so that none of them is waited for alone.
    const asked = Promise.all([
      Promise.all(
        candidates.map((candidate, index) =>
          observeRustc(candidate, runner, arch.rustTarget, index === 0 ? env.RUST_LIB_SRC : undefined),
        ),
      ),
      observeClang(path, runner),
      observeTool('qemu', path, runner, arch.qemu),
      observeLlvmConfigs(path, runner),
      observeTool('ld.lld', path, runner),
      observeTool('bindgen', path, runner, env.BINDGEN || undefined),
      observeGccs(path, runner, arch.gccTriplet),
      observeTool('pahole', path, runner),
      observeTool('ld', path, runner),
      observeTool('make', path, runner),
      observeBusybox(path, runner),
    ]);
    const host = observeHost(env, path, packages, arch.debian, root);
    const named = kdir === undefined && kernel === undefined ? { kdir: env.KDIR || undefined } : { kdir, kernel };
    const kernels = observeKernelTrees(named, host.cache.dir, root);
    const [rustcs, clang, qemu, llvmConfigs, lld, bindgen, gccs, pahole, ld, make, busybox] = await asked;
    const tools = { bindgen, clang, llvmConfigs, lld, ld, gccs, make, pahole, qemu, busybox };
    return { host, rustcs, rustup, ...tools, kernels, commands: runner.commands };
  } finally {
    groups.release();
  }
}
