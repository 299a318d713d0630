import type { Distribution } from './distribution.ts';
import { plainNames, plainPreparation } from './plain-names.ts';

/**
 * Packages are attributes of nixpkgs. Sources: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's and for
 * RUST_LIB_SRC; nixpkgs' pkgs/os-specific/linux/kernel/build.nix for the `dev` output, which holds the prepared tree
 * with its Rust metadata. The other names were not looked up: search.nixos.org has them.
 */
export const nixos: readonly Distribution[] = [
  {
    ...plainNames,
    id: 'nixos',
    versionId: null,
    title: 'NixOS',
    manager: 'nix-shell',
    make: 'gnumake',
    clang: ['clang', 'lld', 'llvm'],
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
      ...plainPreparation,
      libdw: 'elfutils',
      libelf: 'elfutils',
      libssl: 'openssl',
      python3: 'python3',
      zlib: 'zlib',
    },
    ownHeaders: () => [],
    headers: {},
    treeAdvice:
      "Name the running kernel's tree with --kdir: it is lib/modules/RELEASE/build in the folder that \"nix-build '<nixpkgs>' --no-out-link --attr linuxPackages.kernel.dev\" prints, with the linuxPackages of the system's configuration.",
    qemu: { x86_64: 'qemu' },
    versions: {},
    kernel: null,
  },
];
