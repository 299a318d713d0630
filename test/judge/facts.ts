import type { Facts, HostFact, KernelTreeFact, RustcFact, ToolFact } from '../../src/facts.ts';
import { chooseTarget, type Target } from '../../src/judge/target.ts';
import { type Architecture, findArchitecture } from '../../src/knowledge/architectures.ts';

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
    origin: 'installed',
    state: 'headers',
    release: '6.1.0-56-amd64',
    config: { CONFIG_X86_64: 'y', CONFIG_MODULES: 'y', CONFIG_MODVERSIONS: 'y', ...config },
    compiler: 'gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0',
    moduleSymvers: true,
    metadata: { rmeta: [], so: [], targetSpec: false, rustc: null },
    hostPrograms: ['scripts/basic/fixdep', 'scripts/mod/modpost', 'tools/objtool/objtool'],
    image: null,
    ...overrides,
  };
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
      ].map((crate) => `lib${crate}.rmeta`),
      so: ['libmacros.so', 'libpin_init_internal.so', 'libzerocopy_derive.so'],
      targetSpec: true,
      rustc: rustc().line,
    },
    ...overrides,
  });
}

/** A Debian 12 machine, root, in no container. */
export function host(overrides: Partial<HostFact> = {}): HostFact {
  return {
    machine: 'x86_64',
    kernelRelease: '6.1.0-56-amd64',
    distribution: { id: 'debian', idLike: [], versionId: '12', name: 'Debian GNU/Linux 12 (bookworm)' },
    container: null,
    user: { root: true, sudo: null },
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
    bindgen: null,
    clang: null,
    llvmConfigs: [],
    lld: null,
    ld: tool('/usr/bin/ld', '2.40'),
    gccs: [tool('/usr/bin/gcc', '12.2.0'), tool('/usr/bin/gcc-12', '12.2.0')],
    make: tool('/usr/bin/make', '4.3'),
    pahole: null,
    qemu: tool('/usr/bin/qemu-system-x86_64', '7.2.22'),
    busybox: { ...tool('/usr/bin/busybox', '1.35.0'), static: true },
    kernels: [tree()],
    commands: [],
    ...overrides,
  };
}

/** The target that is chosen for these facts. */
export function target(observed: Facts, name = 'x86_64'): Target {
  return chooseTarget(observed, architecture(name), 5000);
}
