import { type Distribution, noKernels } from './distribution.ts';

/**
 * Packages are attributes of nixpkgs. Sources: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's and for
 * RUST_LIB_SRC; nixpkgs' pkgs/os-specific/linux/kernel/build.nix for the `dev` output, which holds the prepared tree
 * with its Rust metadata. The other names were not looked up: search.nixos.org has them.
 */
export const nixos: readonly Distribution[] = [
  {
    id: 'nixos',
    versionId: null,
    title: 'NixOS',
    manager: 'nix-shell',
    make: 'gnumake',
    binutils: 'binutils',
    compiler: 'gcc',
    gcc: 'gcc',
    clang: ['clang', 'lld', 'llvm'],
    lld: 'lld',
    pahole: 'pahole',
    bindgen: 'rust-bindgen',
    busybox: 'pkgsStatic.busybox',
    rust: {
      packages: ['rustc', 'rustc'],
      rustc: 'rustc',

      line: null,
      librarySource: "$(nix-build '<nixpkgs>' --no-out-link --attr rust.packages.stable.rustPlatform.rustLibSrc)",
    },
    preparation: {
      awk: 'gawk',
      bc: 'bc',
      bison: 'bison',
      flex: 'flex',
      libdw: 'elfutils',
      libelf: 'elfutils',
      libssl: 'openssl',
      python3: 'python3',
      xargs: 'findutils',
      zlib: 'zlib',
    },
    headers: {},
    treeAdvice:
      "Name the running kernel's tree with --kdir: it is lib/modules/RELEASE/build in the folder that \"nix-build '<nixpkgs>' --no-out-link --attr linuxPackages.kernel.dev\" prints, with the linuxPackages of the system's configuration.",
    qemu: { x86_64: 'qemu' },
    metadata: null,
    conflicts: {},
    versions: {},
    kernel: null,
    pinsCompiler: false,
    ownKernels: noKernels,
  },
];
