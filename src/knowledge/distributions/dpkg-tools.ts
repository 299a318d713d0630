/** What Debian and Ubuntu call the same in all their releases. Source: `apt-cache policy` of Debian 12 and 13; Ubuntu's were not looked up. */
export const dpkgTools = {
  make: 'make',
  binutils: 'binutils',
  gcc: 'gcc',
  clang: ['clang', 'lld', 'llvm'],
  lld: 'lld',
  pahole: 'pahole',
  busybox: 'busybox-static',
  staticLibc: 'libc6-dev',
  preparation: {
    awk: 'mawk',
    bc: 'bc',
    bison: 'bison',
    flex: 'flex',
    libdw: 'libdw-dev',
    libelf: 'libelf-dev',
    libssl: 'libssl-dev',
    python3: 'python3',
    xargs: 'findutils',
    zlib: 'zlib1g-dev',
  },
};
