import { trees } from '../../systems.ts';
import type { CaseDraft, TruthCase } from '../case.ts';
import { environment } from './kernel-environment.ts';
import { rust } from './kernel-rust.ts';
import { nameHeaders } from './words.ts';

const prepared = /rust\/libkernel\.rmeta$/;

const ready: CaseDraft[] = [
  {
    name: 'ready',
    state: 'all there',
    because: [],
    also: { 'bindgen.behaviour': 'ok', 'kernel.configuration': 'ok' },
    makeSays: prepared,
  },
  {
    name: 'ready-llvm',
    state: 'LLVM=1, an ordinary user, no pahole',
    user: 'lab',
    env: { LLVM: '1' },
    prepare: 'rm /usr/bin/pahole',
    because: [],
    also: { 'libclang.clang': 'ok', 'cc.kernel': 'ok', 'kernel.source': 'warn' },
    makeSays: prepared,
  },
  {
    name: 'rustup-first',
    state: 'rustup’s rustc first on PATH, RUSTC names the one with library source',
    rustup: true,
    env: { RUSTC: '/usr/bin/rustc' },
    because: [],
    makeSays: prepared,
  },
  {
    name: 'no-plain-rustc',
    state: 'the only rustc is called rustc-1.85, and make is told so twice',
    prepare: 'mv /usr/bin/rustc /usr/bin/rustc-1.85',
    env: { RUSTC: '/usr/bin/rustc-1.85', HOSTRUSTC: '/usr/bin/rustc-1.85' },
    because: [],
    also: { 'rustc.version': 'warn' },
    makeSays: prepared,
  },
  {
    name: 'kaflags',
    state: 'KAFLAGS holds an option that no assembler knows',
    user: 'lab',
    env: { KAFLAGS: '-fnonsense' },
    because: [],
    also: { 'cc.kernel': 'warn' },
    makeSays: prepared,
  },
];

const failing: CaseDraft[] = [
  {
    name: 'no-make',
    state: 'no make',
    prepare: 'rm /usr/bin/make',
    because: ['make.version'],
    makeSays: /make: not found/,
  },
  {
    name: 'no-gcc',
    state: 'no gcc',
    prepare: 'rm /usr/bin/gcc* /usr/bin/x86_64-linux-gnu-gcc*',
    because: ['cc.kernel'],
    makeSays: /gcc: not found/,
  },
  {
    name: 'no-ld',
    state: 'no ld',
    prepare: 'rm /usr/bin/ld /usr/bin/*-linux-gnu-ld',
    because: ['binutils.ld'],
    makeSays: /cannot find .ld./,
  },
  {
    name: 'no-rustc',
    state: 'no rustc',
    prepare: 'rm /usr/bin/rustc',
    because: ['rustc.version'],
    makeSays: /Rust compiler 'rustc' could not be found/,
  },
  {
    name: 'rustc-without-llvm',
    state: 'rustc does not start: its driver is gone',
    prepare: 'rm /usr/lib/x86_64-linux-gnu/librustc_driver-*.so',
    because: ['rustc.version'],
    makeSays: /to check the Rust compiler version failed with/,
  },
  {
    name: 'old-rustc',
    state: 'rustc says it is 1.60.0: its version text is patched',
    prepare: `perl -pi -e "s/$(rustc --version | cut -d ' ' -f 2)/1.60.0/g" /usr/lib/x86_64-linux-gnu/librustc_driver-*.so`,
    because: ['rustc.core-source', 'rustc.version'],
    makeSays: /Rust compiler 'rustc' is too old/,
  },
  {
    name: 'no-library-source',
    state: 'no library source',
    prepare: 'rm -r /usr/lib/rustlib/src',
    because: ['rustc.core-source'],
    makeSays: /Source code for the 'core' standard library could not be found/,
  },
  {
    name: 'library-source-nowhere',
    state: 'RUST_LIB_SRC names a folder that is not there',
    env: { RUST_LIB_SRC: '/nowhere' },
    because: ['rustc.core-source'],
    makeSays: /Source code for the 'core' standard library could not be found/,
  },
  {
    name: 'other-sysroot',
    state: 'KRUSTFLAGS leads rustc to a sysroot without library source',
    env: { KRUSTFLAGS: '--sysroot=/nowhere' },
    because: ['rustc.core-source'],
    makeSays: /Source code for the 'core' standard library could not be found/,
  },
  {
    name: 'tmpdir-nowhere',
    state: 'TMPDIR names a folder that is not there, and rustc wants one to link',
    user: 'lab',
    env: { TMPDIR: '/nowhere' },
    because: ['host.temporary'],
    makeSays: /couldn't create a temp dir/,
  },
  {
    name: 'tmpdir-nowhere-llvm',
    state: 'TMPDIR names a folder that is not there, and Clang compiles the programs of the build',
    user: 'lab',
    env: { TMPDIR: '/nowhere', LLVM: '1' },
    because: ['host.temporary'],
    makeSays: /unable to make temporary file/,
  },
  {
    name: 'hostcflags',
    state: 'HOSTCFLAGS holds an option that no compiler knows',
    user: 'lab',
    env: { HOSTCFLAGS: '-fnonsense' },
    because: ['cc.kernel'],
    makeSays: /unrecognized command-line option/,
  },
  {
    name: 'hostldflags',
    state: 'HOSTLDFLAGS holds an option that no linker knows',
    user: 'lab',
    env: { HOSTLDFLAGS: '-Wl,--nonsense' },
    because: ['cc.kernel'],
    makeSays: /unrecognized option '--nonsense'/,
  },
  {
    name: 'hostrustflags',
    state: 'HOSTRUSTFLAGS holds an option that no rustc knows',
    user: 'lab',
    env: { HOSTRUSTFLAGS: '--nonsense' },
    because: ['rustc.version'],
    makeSays: /Unrecognized option: 'nonsense'/,
  },
  {
    name: 'no-bindgen',
    state: 'no bindgen',
    prepare: 'rm /usr/bin/bindgen',
    because: ['bindgen.version'],
    makeSays: /Rust bindings generator 'bindgen' could not be found/,
  },
  {
    name: 'old-bindgen',
    state: 'bindgen 0.60',
    prepare: `cd /tmp && sed 's/trixie/bookworm/g' /etc/apt/sources.list >/etc/apt/sources.list.d/old.list
      apt-get update && apt-get download bindgen/bookworm && dpkg-deb -x bindgen_*.deb / `,
    because: ['bindgen.version'],
    makeSays: /Rust bindings generator 'bindgen' is too old/,
  },
  {
    name: 'newer-tools-than-6.1',
    state: 'the source of 6.1, which needs rustc 1.62 and bindgen 0.56 and no newer ones',
    prepare: `sed 's/trixie/bookworm/g' /etc/apt/sources.list >/etc/apt/sources.list.d/old.list
      cd /tmp && apt-get update && apt-get download linux-source-6.1/bookworm && dpkg-deb -x linux-source-6.1_*.deb .
      mkdir /root/linux && tar -xf usr/src/linux-source-6.1.tar.xz --strip-components=1 --directory /root/linux`,
    kdir: '/root/linux',
    because: ['bindgen.version', 'rustc.version'],
    makeSays: /error|panicked/,
  },
  {
    name: 'no-libclang',
    state: 'no libclang',
    prepare: 'find /usr/lib -name "libclang*.so*" -delete',
    because: ['bindgen.libclang'],
    makeSays: /to check the libclang version/,
  },
  {
    name: 'no-flex',
    state: 'no flex',
    prepare: 'rm /usr/bin/flex',
    because: ['prepare.tools'],
    makeSays: /flex: not found/,
  },
  {
    name: 'no-bison',
    state: 'no bison',
    prepare: 'rm /usr/bin/bison',
    because: ['prepare.tools'],
    makeSays: /bison: not found/,
  },
  { name: 'no-bc', state: 'no bc', prepare: 'rm /usr/bin/bc', because: ['prepare.tools'], makeSays: /bc: not found/ },
  {
    name: 'no-libelf',
    state: 'no headers of libelf',
    prepare: 'rm /usr/include/libelf.h /usr/include/gelf.h',
    because: ['prepare.libraries'],
    makeSays: /(gelf|libelf)\.h: No such file/,
  },
  {
    name: 'headers',
    state: 'headers take the place of source',
    prepare: nameHeaders,
    kdir: '/root/headers',
    because: ['kernel.source'],
    makeSays: /rust_is_available\.sh: No such file/,
  },
  {
    name: 'i386',
    state: 'ARCH=i386, whose kernel cannot have Rust',
    env: { ARCH: 'i386' },
    because: ['kernel.rust-support'],
    makeSays: /CONFIG_RUST was dropped/,
  },
];

/** Preparing a kernel's source with Rust. */
export const kernelCases: TruthCase[] = [...ready, ...failing, ...environment, ...rust].map((one) => ({
  kdir: trees.source,
  ...one,
  goal: 'kernel',
  name: `kernel-${one.name}`,
  system: 'trixie-backports 7.3',
}));
