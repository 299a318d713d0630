import type { PackageManager } from './package-managers.ts';

/** A rustc and the source of its own library, as a distribution packages the two. */
export interface RustPair {
  /** Package of the compiler, then package of the library source; the same twice where one package brings both. */
  packages: [string, string];
  /** The compiler's program once installed. */
  rustc: string;
  /** First line of its `rustc --version`, which a kernel's Rust metadata must repeat exactly; null where nobody has read it. */
  line: string | null;
  /** What RUST_LIB_SRC must be set to, as a shell writes it, where the source does not lie in the compiler's sysroot. */
  librarySource?: string;
}

/** The kernel whose headers a distribution's meta package brings, as far as judging it takes. */
interface ExpectedKernel {
  /** Version line, `6.1`; the full release is known only once the package is there. null where it moves on with every update. */
  line: string | null;
  /** CONFIG_RUST=y; null where nobody has looked. */
  rust: boolean | null;
  /** Architectures whose kernels are built without it nevertheless, by our names. */
  withoutRust?: readonly string[];
  /** The C compiler it was built with, by its program's name. */
  compiler: string;
}

/** The kernel with Rust that a distribution's backports bring, whose own kernel has none. */
export interface Backports {
  /** The suite, and the one that it belongs to. */
  suite: string;
  of: string;
  /** The keyring of both, for entries of apt's sources that name none. */
  keyring: string;
  /** Version line of the kernel. */
  line: string;
  compiler: string;
  /** The architectures, by our names, for which that was seen. */
  architectures: readonly string[];
}

/** What `kdir` makes a kernel's Rust metadata from. */
interface KdirMeans {
  /** What the package with a kernel's source is called before the version line: `linux-source-` for `linux-source-7.3`. */
  source: string;
  /** Packages that it takes beside make, binutils, bindgen and the compilers. */
  packages: readonly string[];
}

/** What set-up can bring of kernels for other architectures, whose packages it unpacks without installing them. */
interface ForeignMeans {
  /** The machines that it is brought on, by what `uname -m` says. */
  on: readonly string[];
  /** By our names. Each has headers, a cross compiler and QEMU in the release. */
  architectures: readonly string[];
  /** Packages with the firmware that QEMU starts a kernel with, where that of QEMU's package does not bring it. */
  firmware: Record<string, string>;
}

/** One release of a distribution: which package brings what. What it has no package for, or none that would do, is absent. */
export interface Distribution {
  /** `ID` of os-release. */
  id: string;
  /**
   * `VERSION_ID` of os-release, or its first numbers (`3.22` for `3.22.1`); empty where it has none.
   * null for every release alike, where the names do not change and the versions follow upstream's.
   */
  versionId: string | null;
  /** As people say it. */
  title: string;
  /**
   * What installs its packages; `nix-shell` brings them for one shell only, so that no command helps for good.
   * null for a system that is merely like it, whose package names may differ.
   */
  manager: PackageManager | 'nix-shell' | null;
  make: string;
  binutils: string;
  /** The C compiler that the headers ask for; its package bears the program's name. */
  compiler: string;
  /** What brings the plain name `gcc`. */
  gcc: string;
  clang: string[];
  /** What brings `ld.lld`. */
  lld: string;
  pahole?: string;
  bindgen?: string;
  /** What brings a statically linked program of the name `busybox`. */
  busybox?: string;
  /** What brings the C library for programs that need no shared one. */
  staticLibc?: string;
  /** null where none has both a rustc that is new enough and its library source. */
  rust: RustPair | null;
  /** What preparing a kernel's source takes, by our names of tools and libraries. */
  preparation: Record<string, string>;
  /** Meta packages of kernel headers, by our names of architectures. */
  headers: Record<string, string>;
  /** Packages with the headers of exactly one release of its own kernels. Absent for Debian's rule, `linux-headers-RELEASE`. */
  ownHeaders?: (release: string) => string[];
  /** How a person comes by a kernel tree where no package of headers will do. */
  treeAdvice?: string;
  /** QEMU's packages, by our names of architectures. */
  qemu: Record<string, string>;
  /** Absent where set-up brings nothing for other architectures than the machine's own. */
  foreign?: ForeignMeans;
  /** What the package with a kernel's Rust metadata is called before the release; null where there is none. */
  metadata: string | null;
  /** How `kdir` makes the Rust metadata of its own kernels; null where it cannot. */
  kdir: KdirMeans | null;
  /** Packages that cannot be installed beside others, by name. Only those that a machine of this release may have. */
  conflicts: Record<string, string[]>;
  /** Versions of packages that a kernel may find too old. Absent where they follow upstream's. */
  versions: Record<string, string>;
  /** USE flags that packages must be built with. Gentoo alone has them. */
  useFlags?: Record<string, string>;
  /** null where no package of headers brings one. */
  kernel: ExpectedKernel | null;
  /** Absent where its own kernel has Rust, or no backports bring one that has. */
  backports?: Backports;
  /** Whether its headers call their C compiler by its versioned name (Debian's do, in `.kernelvariables`). */
  pinsCompiler: boolean;
  /** Releases of its own kernels, whole: only for those does the archive have an image that "make boot" can take from it. */
  ownKernels: RegExp;
}

/** Matches no release: for distributions whose archive "make boot" cannot read. */
export const noKernels = /(?!)/;
