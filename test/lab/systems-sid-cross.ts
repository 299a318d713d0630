import type { DebianOptions } from './debian.ts';
import { sid } from './systems.ts';

/** The architectures beside amd64 whose kernels in Debian unstable have Rust: our names, and what Debian calls their tools, libraries and kernels. */
export const withRust = [
  { architecture: 'arm64', triplet: 'aarch64-linux-gnu', debian: 'arm64', kernel: 'arm64' },
  { architecture: 'arm', triplet: 'arm-linux-gnueabihf', debian: 'armhf', kernel: 'armmp' },
  { architecture: 'loongarch64', triplet: 'loongarch64-linux-gnu', debian: 'loong64', kernel: 'loong64' },
] as const;

const packages = [
  ...withRust.flatMap(({ triplet, debian }) => [
    `gcc-16-${triplet}`,
    `gcc-${triplet}`,
    `binutils-${triplet}`,
    `libc6-dev-${debian}-cross`,
  ]),
  ...['qemu-system-arm', 'qemu-system-misc', 'qemu-efi-loongarch64'],
];

const install = ['apt-get', 'install', '--yes', '--no-remove', '--no-install-recommends', ...packages].join(' ');

/** Debian unstable with what preparing its own kernel takes, and cross tools and QEMU for its other kernels with Rust. */
export const sidCross: DebianOptions = {
  ...sid,
  commands: [['sh', '-ec', `apt-get update; DEBIAN_FRONTEND=noninteractive ${install}; apt-get clean`]],
};

/** Debian unstable as it is installed. */
export const sidBare: DebianOptions = { suite: 'sid' };
