import { chooseTarget, type Target } from '../../src/judge/context.ts';
import type { Architecture } from '../../src/knowledge/architectures/architecture.ts';
import { findArchitecture } from '../../src/knowledge/architectures/architectures.ts';
import { findDistribution } from '../../src/knowledge/distributions/distributions.ts';
import { kdirPackages } from '../../src/knowledge/distributions/kdir-packages.ts';
import { llvmTools as knownLlvmTools } from '../../src/knowledge/kernel/llvm-tools.ts';
import { preparationNeeds } from '../../src/knowledge/kernel/preparation.ts';
import type { Goal } from '../../src/model/assessment.ts';
import type {
  BindgenFact,
  CrateMetadataFact,
  Facts,
  HostFact,
  KernelTreeFact,
  PreparationFact,
  ProcMacroFact,
  RustcFact,
  ToolFact,
} from '../../src/model/facts.ts';

/** The architecture of that name; fails the test for a name the table lacks. */
export function architecture(name = 'x86_64'): Architecture {
  const row = findArchitecture(name);
  if (row === null) throw new Error(`no architecture ${name}`);
  return row;
}

/** A tool that answered. */
export function tool(path: string, version: string, overrides: Partial<ToolFact> = {}): ToolFact {
  return { path, outcome: 'ok', version, line: `${path} ${version}`, ...overrides };
}

/** A bindgen that was not tried: no goal asked for it. */
export function bindgen(version: string, overrides: Partial<BindgenFact> = {}): BindgenFact {
  return { ...tool('/usr/bin/bindgen', version), libclang: null, defects: [], ...overrides };
}

/** Debian 12's rustc-web with rust-web-src. */
export function rustc(overrides: Partial<RustcFact> = {}): RustcFact {
  return {
    ...tool('/usr/bin/rustc', '1.96.0'),
    line: 'rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)',
    origin: 'path',
    host: 'x86_64-unknown-linux-gnu',
    llvmVersion: '22.1.8',
    sysroot: '/usr',
    librarySource: '/usr/lib/rustlib/src/rust/library',
    librarySourceVersion: '1.96.0',
    llvmBackend: true,
    ...overrides,
  };
}

/** rustup's toolchain without the rust-src component. */
export function rustupRustc(overrides: Partial<RustcFact> = {}): RustcFact {
  return rustc({
    path: '/home/user/.rustup/toolchains/stable/bin/rustc',
    version: '1.95.0',
    line: 'rustc 1.95.0 (59807616e 2026-04-14)',
    sysroot: '/home/user/.rustup/toolchains/stable',
    librarySource: null,
    librarySourceVersion: null,
    ...overrides,
  });
}

/** Debian 12's headers; `config` is merged, so that a test names only the symbols it is about. */
export function tree({ config, ...overrides }: Partial<KernelTreeFact> = {}): KernelTreeFact {
  return {
    dir: '/lib/modules/6.1.0-56-amd64/build',
    made: null,
    origin: 'installed',
    state: 'headers',
    release: '6.1.0-56-amd64',
    otherRelease: null,
    version: null,
    unpackedIn: null,
    dangling: [],
    outside: [],
    minimumTools: null,
    writable: true,
    vmlinux: false,
    config: { CONFIG_X86_64: 'y', CONFIG_MODULES: 'y', CONFIG_MODVERSIONS: 'y', ...config },
    compiler: 'gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0',
    toolPrefix: '',
    moduleSymvers: true,
    unexported: [],
    modpostForgives: false,
    metadata: { rmeta: [], so: [], targetSpec: false, rustc: null },
    kernelCrate: null,
    unfit: [],
    plugins: [],
    image: null,
    ...overrides,
  };
}

/** A crate of `rustTree()`, as its build left it. */
export function rmeta(name: string, overrides: Partial<CrateMetadataFact> = {}): CrateMetadataFact {
  const fits = { fitsCore: name === 'libcore.rmeta' ? null : true, fitsOthers: name === 'libcore.rmeta' ? null : true };
  return { name, rustc: rustc().line, whole: true, target: 'target', specMatches: true, ...fits, ...overrides };
}

/** A procedural macro of `rustTree()`, as its build left it. */
export function procMacro(name: string, overrides: Partial<ProcMacroFact> = {}): ProcMacroFact {
  return { name, machine: 62, whole: true, rustc: rustc().line, ...overrides };
}

/** A tree of a 7.3 kernel of one's own, with everything that Rust for Linux takes, built with `rustc()`. */
export function rustTree({ config, ...overrides }: Partial<KernelTreeFact> = {}): KernelTreeFact {
  return tree({
    dir: '/home/user/linux',
    origin: 'named',
    state: 'source',
    release: '7.3.4',
    config: { CONFIG_RUST: 'y', ...config },
    compiler: 'gcc (Debian 12.2.0-14+deb12u1) 12.2.0',
    metadata: {
      rmeta: [
        'bindings',
        'build_error',
        'compiler_builtins',
        'core',
        'ffi',
        'kernel',
        'pin_init',
        'uapi',
        'zerocopy',
      ].map((crate) => rmeta(`lib${crate}.rmeta`)),
      so: ['libmacros.so', 'libpin_init_internal.so', 'libzerocopy_derive.so'].map((name) => procMacro(name)),
      targetSpec: true,
      rustc: rustc().line,
    },
    ...overrides,
  });
}

/** The rustc that built Debian's kernels 7.3, as Debian 13 has it. */
export const stockRustc = rustc({
  version: '1.85.1',
  line: 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)',
  librarySourceVersion: '1.85.1',
});

/** Headers of Debian's own kernel 7.3, which is built with Rust, as the distribution has them: without its metadata. */
export function stockHeaders({ config, ...overrides }: Partial<KernelTreeFact> = {}): KernelTreeFact {
  return tree({
    dir: '/lib/modules/7.3.4+deb13-amd64/build',
    release: '7.3.4+deb13-amd64',
    config: {
      CONFIG_RUST: 'y',
      CONFIG_RUSTC_VERSION_TEXT: stockRustc.line,
      CONFIG_BINDGEN_VERSION_TEXT: 'bindgen 0.71.1',
      CONFIG_MODVERSIONS: 'n',
      ...config,
    },
    compiler: 'x86_64-linux-gnu-gcc-14 (Debian 14.2.0-19) 14.2.0',
    ...overrides,
  });
}

/** Debian 13 with the kernel of its backports, and with all that `kdir` takes; each test takes away or breaks one thing. */
export function stockFacts({ host: ofHost, ...overrides }: Partial<Facts> = {}): Facts {
  const distribution = { id: 'debian', idLike: [], versionId: '13', name: 'Debian GNU/Linux 13 (trixie)' };
  const row = findDistribution(distribution);
  const packages = row === null ? [] : kdirPackages(row, 'gcc-14').filter((name) => name !== undefined);
  return facts({
    host: host({ distribution, packages, ...ofHost }),
    rustcs: [stockRustc],
    bindgens: [bindgen('0.71.1')],
    gccs: [tool('/usr/bin/gcc', '14.2.0'), tool('/usr/bin/gcc-14', '14.2.0')],
    kernels: [stockHeaders()],
    ...overrides,
  });
}

/** The source of a 7.3 kernel that nobody has configured. */
export function source(overrides: Partial<KernelTreeFact> = {}): KernelTreeFact {
  const here = {
    dir: '/home/user/linux',
    origin: 'named',
    state: 'unprepared',
    release: null,
    version: '7.3.4',
  } as const;
  return {
    ...tree(),
    ...here,
    config: {},
    compiler: null,
    moduleSymvers: false,
    unexported: [],
    unfit: [],
    plugins: [],
    ...overrides,
  };
}

/** A Debian 12 machine, root, in no container. */
export function host(overrides: Partial<HostFact> = {}): HostFact {
  return {
    machine: 'x86_64',
    kernelRelease: '6.1.0-56-amd64',
    distribution: { id: 'debian', idLike: [], versionId: '12', name: 'Debian GNU/Linux 12 (bookworm)' },
    container: null,
    user: { root: true, sudo: null },
    loading: { secureBoot: null, lockdown: null, signaturesEnforced: null },
    packages: [],
    cache: { dir: '/root/.cache/kernel-rust-module', bytes: 0 },
    ...overrides,
  };
}

/** A Debian 12 machine with all that freestanding modules and their boot take; each test takes away or breaks one thing. */
export function facts(overrides: Partial<Facts> = {}): Facts {
  return {
    host: host(),
    rustcs: [rustc()],
    rustup: null,
    environment: {},
    bindgens: [],
    cc: null,
    clang: null,
    llvmConfigs: [],
    lld: null,
    llvmTools: llvmTools(),
    absentPrograms: [],
    ld: tool('/usr/bin/ld', '2.40'),
    gccs: [tool('/usr/bin/gcc', '12.2.0'), tool('/usr/bin/gcc-12', '12.2.0')],
    make: tool('/usr/bin/make', '4.3'),
    pahole: null,
    qemu: tool('/usr/bin/qemu-system-x86_64', '7.2.22'),
    busybox: { ...tool('/usr/bin/busybox', '1.35.0'), static: true },
    staticLibc: '/usr/lib/x86_64-linux-gnu/libc.a',
    kernels: [tree()],
    preparation: null,
    commands: [],
    ...overrides,
  };
}

/** All of LLVM's tools but those named. */
export function llvmTools(...missing: string[]): Facts['llvmTools'] {
  return Object.fromEntries(
    knownLlvmTools.map(({ name }) => [
      name,
      missing.includes(name) ? null : { ...tool(`/usr/bin/${name}`, ''), version: null },
    ]),
  );
}

/** Everything beside the compilers that preparing a kernel takes. */
export function prepared(): PreparationFact {
  const needs = (kind: 'tool' | 'library') => preparationNeeds.filter((need) => need.kind === kind);
  return {
    tools: Object.fromEntries(
      needs('tool').map(({ name }) => [name, { ...tool(`/usr/bin/${name}`, ''), version: null }]),
    ),
    libraries: Object.fromEntries(needs('library').map(({ name }) => [name, true])),
  };
}

/** A machine with all that preparing the kernel of `source()` takes; each test takes away or breaks one thing. */
export function kernelFacts(overrides: Partial<Facts> = {}): Facts {
  return facts({
    bindgens: [bindgen('0.72.1', { libclang: { outcome: 'ok', version: '19.1.7', line: '19.1.7 (3+b1)' } })],
    cc: { ...tool('/usr/bin/gcc', '12.2.0'), family: 'GCC' },
    kernels: [source()],
    preparation: prepared(),
    ...overrides,
  });
}

/** The target that is chosen for these facts. */
export function target(observed: Facts, name = 'x86_64', asked: Goal[] = []): Target {
  return chooseTarget(observed, architecture(name), { timeoutMs: 5000, asked });
}
