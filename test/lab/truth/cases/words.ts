import type { SystemName } from '../systems.ts';

/** What Kbuild prints last of a module that could be built. */
export const built = /LD \[M\] .*hello\.ko/;

export const newKernel: SystemName = 'trixie-backports 7.3';
export const clangKernel: SystemName = 'trixie-backports 7.3 by Clang';

/** rustup's rustc by its own path. */
export const rustupRustc = '/root/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/bin/rustc';

export const oddPath = '/nowhere::/bin:.:/bin:/usr/games:/usr/bin:/sbin:/usr/local/bin';

/** Names the headers without knowing their release: `/root/headers`. */
export const nameHeaders = 'ln -s $HEADERS /root/headers';

/** Unpacks the packages of the headers below `/root/unpacked`, and names them `/root/unpacked/build`. */
export const unpackHeaders = `mkdir /root/unpacked && cd /root/unpacked && apt-get update
  apt-get download $(dpkg-query -W -f '\${Package}\\n' 'linux-headers-[0-9]*' 'linux-kbuild-*')
  for package in *.deb; do dpkg-deb -x $package .; done
  ln -s /root/unpacked/usr/src/linux-headers-*-amd64 build`;

/** Installs Debian 11's headers in Debian 12, as an upgrade leaves them behind, and names them `/root/headers`. */
export const olderHeaders = `older=/etc/apt/sources.list.d/older.list
  sed -n 's/ bookworm main/ bullseye main/p' /etc/apt/sources.list >$older
  apt-get update
  headers=$(apt-cache pkgnames linux-headers-5.10 | grep '[0-9]-amd64$' | sort --version-sort | tail --lines=1)
  apt-get install --yes --no-remove --no-install-recommends $headers
  ln -s /usr/src/$headers /root/headers`;

/** A program that runs another, as compiler caches do. */
export const sccache =
  'printf \'#!/bin/sh\\nexec "$@"\\n\' >/usr/local/bin/sccache && chmod a+x /usr/local/bin/sccache';

/** Puts a rustc that only fails before the one that works. */
export const brokenRustc = "printf '#!/bin/sh\\nexit 1\\n' >/usr/local/bin/rustc && chmod a+x /usr/local/bin/rustc";

/** Makes the gcc of another major version the one that `gcc` means. */
export function otherGcc(major: number): string {
  return `apt-get update && apt-get install --yes --no-install-recommends gcc-${major}
    ln -sf gcc-${major} /usr/bin/gcc && ln -sf gcc-${major} /usr/bin/x86_64-linux-gnu-gcc`;
}

/** Makes a file that rustc wrote, or is itself, speak of another build of the same version: another commit. */
export function otherBuild(file: string): string {
  return `commit=$(rustc --version | sed 's/.*(\\([0-9a-f]*\\) .*/\\1/')
    other=$(echo "$commit" | tr 0-9a-f 1-9a-f0)
    perl -pi -e "s/$commit/$other/g" ${file}`;
}

/**
 * Makes the library of LLVM one that was built without the back end for x86_64: the function that registers it returns
 * at once. A symbol's address there is its place in the file.
 */
export const withoutBackEnd = `library=$(readlink -f /usr/lib/x86_64-linux-gnu/libLLVM.so.*)
  address=$(nm --dynamic "$library" | sed -n 's/ T LLVMInitializeX86TargetInfo@.*//p')
  printf '\\303' | dd of="$library" bs=1 seek=$((0x$address)) conv=notrunc`;
