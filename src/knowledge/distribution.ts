/** A rustc and the source of its own library, as a distribution packages the two. */
export interface RustPair {
  /** Package of the compiler, then package of the library source. */
  packages: [string, string];
  /** The compiler's program once installed. */
  rustc: string;
  version: string;
  /** First line of its `rustc --version`, which a kernel's Rust metadata must repeat exactly; null where nobody has read it. */
  line: string | null;
}

/** The kernel whose headers a distribution's meta package brings, as far as judging it takes. */
interface ExpectedKernel {
  /** Version line, `6.1`; the full release is known only once the package is there. */
  line: string;
  /** CONFIG_RUST=y. */
  rust: boolean;
  /** The C compiler it was built with, by its program's name. */
  compiler: string;
}

/** One release of a distribution: which package brings what. */
export interface Distribution {
  /** `ID` of os-release. */
  id: string;
  /** `VERSION_ID` of os-release; empty for a rolling release. */
  versionId: string;
  /** As people say it. */
  title: string;
  make: string;
  binutils: string;
  /** The C compiler that the headers ask for; its package bears the program's name. */
  compiler: string;
  /** What brings the plain name `gcc`. */
  gcc: string;
  clang: string[];
  busybox: string;
  rust: RustPair;
  /** Meta packages of kernel headers, by our names of architectures. */
  headers: Record<string, string>;
  /** QEMU's packages, by our names of architectures. */
  qemu: Record<string, string>;
  /** What the package with a kernel's Rust metadata is called before the release; null where there is none. */
  metadata: string | null;
  /** Packages that cannot be installed beside others, by name. Only those that a machine of this release may have. */
  conflicts: Record<string, string[]>;
  kernel: ExpectedKernel;
  /** Whether its headers call their C compiler by its versioned name (Debian's do, in `.kernelvariables`). */
  pinsCompiler: boolean;
  /** Releases of its own kernels, whole: only for those does the archive have an image. */
  ownKernels: RegExp;
}
