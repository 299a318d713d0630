import type { Distribution } from './distribution.ts';
import { plainNames, plainPreparation } from './plain-names.ts';

/** Names that all of openSUSE shares. */
const common = {
  ...plainNames,
  manager: 'zypper',
  clang: ['clang', 'lld', 'llvm'],
  pahole: 'dwarves',
  busybox: 'busybox-static',
  preparation: {
    ...plainPreparation,
    libdw: 'libdw-devel',
    libelf: 'libelf-devel',
    libssl: 'libopenssl-devel',
    python3: 'python3',
    zlib: 'zlib-devel',
  },
  ownHeaders: (release) => [`kernel-${/-([a-z]+)$/.exec(release)?.[1] ?? 'default'}-devel`],
  headers: { x86_64: 'kernel-default-devel', arm64: 'kernel-default-devel' },
  qemu: { x86_64: 'qemu-x86' },
  versions: {},
} satisfies Partial<Distribution>;

const rolling = {
  ...common,
  versionId: null,
  bindgen: 'rust-bindgen',
  rust: { packages: ['rust', 'rust-src'], rustc: '/usr/bin/rustc', line: null },
  kernel: { line: null, rust: null, compiler: 'gcc' },
} satisfies Partial<Distribution>;

/**
 * Sources: the kernel's Documentation/rust/quick-start.rst (7.3) for Rust's packages, which names Tumbleweed and Slowroll
 * only; README.SUSE of kernel-source for `kernel-default-devel`. The other names, and Leap's, were not looked up:
 * software.opensuse.org has them.
 */
export const opensuse: readonly Distribution[] = [
  { ...rolling, id: 'opensuse-tumbleweed', title: 'openSUSE Tumbleweed' },
  { ...rolling, id: 'opensuse-slowroll', title: 'openSUSE Slowroll' },
  {
    ...common,
    id: 'opensuse-leap',
    versionId: '16',
    title: 'openSUSE Leap 16',
    rust: null,
    kernel: { line: '6.12', rust: null, compiler: 'gcc' },
  },
];
