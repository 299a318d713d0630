import type { Architecture } from '../knowledge/architectures/architecture.ts';
import { findArchitecture } from '../knowledge/architectures/architectures.ts';
import { crossCompile, isCross, isForeign } from '../knowledge/architectures/cross.ts';
import { findDistribution } from '../knowledge/distributions/distributions.ts';
import { llvmToolName } from '../knowledge/kernel/llvm-tools.ts';
import type { Goal } from '../model/assessment.ts';
import type { Facts, HostFact } from '../model/facts.ts';
import { ownMachine } from '../system/own-machine.ts';
import { guardProcessGroups } from '../system/process/process-groups.ts';
import { workingFolder } from '../system/working-folder.ts';
import { observeBusybox } from './boot/busybox.ts';
import { findStaticLibc } from './boot/static-libc.ts';
import { observeAbsentPrograms } from './build/absent-programs.ts';
import { namesCompiler, observeCc } from './cc/cc.ts';
import { observeGccs } from './cc/gcc.ts';
import { observeClang, observeLlvmConfigs } from './cc/llvm.ts';
import { observeLlvmTools } from './cc/llvm-tools.ts';
import { observePreparation } from './cc/preparation.ts';
import { observeRefusedOptions } from './cc/refused-options.ts';
import { observeAptSources } from './host/apt-sources.ts';
import { observeEnvironment } from './host/environment.ts';
import { observeForeignBusybox } from './host/foreign.ts';
import { observeHost } from './host/host.ts';
import { createLimits, type Limits } from './run/limits.ts';
import { type ProgramPath, programPath } from './run/path.ts';
import { createRunner, type Runner } from './run/run.ts';
import { observeTool } from './run/tools.ts';
import { watchForSilence } from './run/watchdog.ts';
import { observeBindgens } from './rust/bindgen.ts';
import { observeRustc } from './rust/rustc.ts';
import { rustcCandidates } from './rust/rustc-candidates.ts';
import { observeAbsentKernel } from './tree/absent-kernel.ts';
import { missingSymbolLists } from './tree/extra-symbols.ts';
import { type NamedTree, observeKernelTrees } from './tree/kernel-trees.ts';

/** What to look at, and how long. */
export interface ObserveOptions {
  /** PATH, HOME, KDIR, RUSTUP_HOME, RUSTUP_TOOLCHAIN, XDG_CACHE_HOME and `buildVariables` are read; tools run in it. */
  env: NodeJS.ProcessEnv;
  /** The architecture that modules are to be built for. */
  arch: Architecture;
  /** The kernel tree to look at, alone. Goes before `kernel` and the environment's KDIR. */
  kdir?: string | undefined;
  /** Release of the installed kernel tree to look at, alone. */
  kernel?: string | undefined;
  /** The goals asked for: what only `kernel` takes is observed only for it. */
  goals: readonly Goal[];
  /** How long each command may take, in milliseconds. */
  timeoutMs: number;
  /** Distribution packages whose presence is asked. */
  packages: readonly string[];
  /** The folder taken for `/` where the system's own files are read. */
  root?: string;
}

/** What several looks at a machine share, so that no command is run twice. */
export interface Machine {
  path: ProgramPath;
  runner: Runner;
  limits: Limits;
}

/** Each of them is run. */
const mostRustcs = 32;

/** Lets tools be run while it is used, and none outlive that. */
export async function withMachine<T>(
  { env, timeoutMs }: Pick<ObserveOptions, 'env' | 'timeoutMs'>,
  use: (machine: Machine) => Promise<T>,
): Promise<T> {
  const groups = guardProcessGroups();
  const endWatch = watchForSilence(timeoutMs, groups.marker);
  try {
    const limits = createLimits();
    return await use({ path: programPath(env.PATH, limits), runner: createRunner(env, timeoutMs, groups), limits });
  } finally {
    endWatch();
    groups.release();
  }
}

/**
 * Looks at this machine: asks every tool who it is, all at once and each once, and reads the rest from files
 * while they answer. Never rejects for anything a machine can contain.
 */
export function observe(options: ObserveOptions): Promise<Facts> {
  return withMachine(options, (machine) => lookAt(machine, options));
}

/** As `observe` does, with a machine that others look at, too. */
export async function lookAt({ path, runner, limits }: Machine, options: ObserveOptions): Promise<Facts> {
  const { env, arch, kdir, kernel, packages, root = '/' } = options;
  const forKernel = options.goals.includes('kernel');
  const { candidates, rustup } = rustcCandidates(env, path, workingFolder());
  // Where the machine's own tools will do, what CROSS_COMPILE says is only looked up for a compiler.
  const prefix = isCross(arch, ownMachine()) ? crossCompile(env, arch, ownMachine()) : '';
  // The slowest first, so that none of them is waited for alone.
  const asked = Promise.all([
    Promise.all(
      limits
        .atMost(candidates, mostRustcs, 'rustcs')
        .map((candidate) => observeRustc(candidate, runner, arch.rustTarget, env.RUST_LIB_SRC)),
    ),
    observeClang(path, runner),
    arch.qemu === null ? null : observeTool('qemu', path, runner, arch.qemu),
    observeLlvmConfigs(path, runner),
    observeTool('ld.lld', path, runner, llvmToolName('ld.lld', env.LLVM ?? '')),
    observeBindgens(env, path, runner, forKernel),
    observeGccs(path, runner, [prefix || `${arch.gccTriplet}-`, env.CROSS_COMPILE ?? '']),
    observeTool('pahole', path, runner),
    observeTool('ld', path, runner, `${prefix}ld`),
    observeTool('make', path, runner),
    observeBusybox(path, runner, root),
    forKernel || namesCompiler(env) ? observeCc(env, path, runner, prefix) : null,
  ]);
  const host = observeHost(env, path, packages, debianArchOf(arch), root);
  const named = namedTree({ kdir, kernel }, env);
  const surroundings = { arch, cache: host.cache.dir, root, limits, libraryPath: env.LD_LIBRARY_PATH };
  const kernels = observeKernelTrees(named, { ...surroundings, withSources: forKernel });
  const staticLibc = findStaticLibc(arch, root);
  const absentPrograms = observeAbsentPrograms(path, prefix);
  const ofArchitecture = isForeign(arch, ownMachine())
    ? { foreignBusybox: observeForeignBusybox(arch, host.cache.dir) }
    : {
        ...aptSourcesOf(host, root),
        absent: await observeAbsentKernel({ named, kernels, host, arch, root }, path, runner),
      };
  const [rustcs, clang, qemu, llvmConfigs, lld, bindgens, gccs, pahole, ld, make, busybox, cc] = await asked;
  const programs = new Map(
    candidates.flatMap((one) => (one.program === null ? [] : [[one.path, one.program] as const])),
  );
  const compilers = { c: [...gccs, cc, clang], rust: rustcs, programs };
  const refusedOptions = await observeRefusedOptions(env, compilers, runner, forKernel);
  const missingLists = missingSymbolLists(env);
  const tools = { bindgens, clang, llvmConfigs, lld, ld, gccs, cc, make, pahole, qemu, busybox };
  const environment = observeEnvironment(env);
  const llvmTools = observeLlvmTools(env, path);
  const preparation = forKernel ? observePreparation(path, root) : null;
  const { commands } = runner;
  return {
    host,
    environment,
    rustcs,
    rustup,
    ...tools,
    llvmTools,
    absentPrograms,
    ...ofArchitecture,
    staticLibc,
    kernels,
    preparation,
    ...(refusedOptions === null ? {} : { refusedOptions }),
    ...(missingLists.length === 0 ? {} : { missingSymbolLists: missingLists }),
    commands,
    limits: limits.sentences(),
  };
}

/** They are read where a remedy may have to add to them. */
function aptSourcesOf({ distribution }: HostFact, root: string): Pick<Facts, 'aptSources'> {
  return findDistribution(distribution)?.backports ? { aptSources: observeAptSources(root) } : {};
}

function namedTree({ kdir, kernel }: Pick<ObserveOptions, 'kdir' | 'kernel'>, { KDIR }: NodeJS.ProcessEnv): NamedTree {
  if (kdir !== undefined) return { kdir };
  if (kernel === undefined && KDIR) return { kdir: KDIR };
  return kernel ? { kernel } : {};
}

/** The packages of this machine are those of its own architecture, whatever is built on it. */
function debianArchOf(arch: Architecture): string {
  return (findArchitecture(ownMachine()) ?? arch).debian ?? '';
}
