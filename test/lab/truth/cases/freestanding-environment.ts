import type { CaseDraft } from '../case.ts';
import { built, sccache } from './words.ts';

/** Variables of the environment that Kbuild, the compilers or our Makefile read. */
export const environment: CaseDraft[] = [
  {
    name: 'rustc-of-words',
    state: 'RUSTC is a command of several words',
    prepare: sccache,
    env: { RUSTC: 'sccache /usr/bin/rustc' },
    because: [],
    makeSays: built,
  },
  {
    name: 'rustc-with-space',
    state: 'RUSTC names a rustc by a path with a space',
    prepare: "mkdir '/root/my tools' && ln -s /usr/bin/rustc '/root/my tools/rustc'",
    env: { RUSTC: '/root/my tools/rustc' },
    because: ['rustc.library-source'],
    makeSays: /There is no Rust compiler: "\/root\/my tools\/rustc"/,
  },
  {
    name: 'rustc-tilde',
    state: 'RUSTC begins with a tilde that no shell expanded',
    prepare: 'mkdir -p /root/.cargo/bin && ln -s /usr/bin/rustc /root/.cargo/bin/rustc',
    env: { RUSTC: '~/.cargo/bin/rustc' },
    because: ['rustc.library-source'],
    makeSays: /There is no Rust compiler/,
  },
  {
    name: 'shim-without-default',
    state: 'RUSTC names the shim of a version manager that has no version to choose',
    prepare: `printf '#!/bin/sh\\necho "No version is set for command rustc" >&2; exit 126\\n' >/usr/local/bin/shim
      chmod a+x /usr/local/bin/shim`,
    env: { RUSTC: '/usr/local/bin/shim' },
    because: ['rustc.library-source'],
    makeSays: /There is no Rust compiler.*No version is set for command rustc/,
  },
  {
    name: 'kbuild-output',
    state: 'KBUILD_OUTPUT names a folder that is not there',
    env: { KBUILD_OUTPUT: '/nowhere' },
    because: [],
    makeSays: built,
  },
  {
    name: 'other-bits',
    state: 'ARCH=i386, and headers for x86_64, which to Kbuild is the same architecture',
    env: { ARCH: 'i386' },
    because: [],
    makeSays: built,
  },
  {
    name: 'tmpdir-nowhere',
    state: 'TMPDIR names a folder that is not there',
    system: 'trixie 6.12',
    user: 'lab',
    env: { TMPDIR: '/nowhere' },
    because: [],
    makeSays: built,
  },
  {
    name: 'no-tmp',
    state: 'no folder for temporary files, and a rustc that wants one to link',
    system: 'trixie 6.12',
    user: 'lab',
    prepare: 'rm -r /tmp',
    because: ['host.temporary'],
    makeSays: /couldn't create a temp dir/,
  },
  {
    name: 'kcflags',
    state: 'KCFLAGS holds an option that no compiler knows',
    env: { KCFLAGS: '-fnonsense' },
    because: ['cc.compiler'],
    makeSays: /unrecognized command-line option/,
  },
  {
    name: 'llvm-off',
    state: 'LLVM=0 for a kernel that GCC built, ld.lld alone of LLVM’s tools: any value switches LLVM on',
    prepare: 'apt-get update && apt-get install --yes --no-install-recommends lld',
    env: { LLVM: '0' },
    because: ['llvm.tools'],
    also: { 'llvm.setting': 'warn' },
    makeSays: /llvm-nm failed/,
  },
];
