import type { Distribution } from './distribution.ts';
import { plainNames, plainPreparation } from './plain-names.ts';

/** Names that Alpine's releases share. */
const common = {
  ...plainNames,
  id: 'alpine',
  manager: 'apk',
  pahole: 'pahole',
  bindgen: 'rust-bindgen',
  busybox: 'busybox-static',
  preparation: {
    ...plainPreparation,
    libdw: 'elfutils-dev',
    libelf: 'elfutils-dev',
    libssl: 'openssl-dev',
    python3: 'python3',
    zlib: 'zlib-dev',
  },
  ownHeaders: (release) => [`linux-${/-([a-z]+)$/.exec(release)?.[1] ?? 'lts'}-dev`],
  headers: { x86_64: 'linux-lts-dev', arm64: 'linux-lts-dev' },
  qemu: { x86_64: 'qemu-system-x86_64' },
} satisfies Partial<Distribution>;

/**
 * Source: the APKBUILD of `rust` in aports, whose `rust-src` lies in its sysroot. Public build scripts name `linux-lts-dev`.
 * The other names and all versions (of bindgen at least that one) were not looked up: pkgs.alpinelinux.org has them.
 * 3.21 and older have a rustc below 1.85.
 */
export const alpine: readonly Distribution[] = [
  {
    ...common,
    versionId: '3.22',
    title: 'Alpine Linux 3.22',
    clang: ['clang', 'lld', 'llvm20'],
    rust: { packages: ['rust', 'rust-src'], rustc: '/usr/bin/rustc', line: null },
    versions: { clang: '20.1.0', rust: '1.87.0', 'rust-bindgen': '0.71.1' },
    kernel: { line: '6.12', rust: null, compiler: 'gcc' },
  },
  {
    ...common,
    versionId: '3.23',
    title: 'Alpine Linux 3.23',
    clang: ['clang', 'lld', 'llvm21'],
    rust: { packages: ['rust', 'rust-src'], rustc: '/usr/bin/rustc', line: null },
    versions: { clang: '21.1.0', rust: '1.91.0', 'rust-bindgen': '0.71.1' },
    kernel: { line: '6.18', rust: null, compiler: 'gcc' },
  },
];
