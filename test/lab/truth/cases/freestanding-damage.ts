import { trees } from '../../systems.ts';
import type { CaseDraft } from '../case.ts';
import { built, nameHeaders, newKernel } from './words.ts';

/** Where the headers have what they share with those of other kernel variants. */
const common = '/usr/src/linux-headers-*-common';
const kbuild = '/usr/lib/linux-kbuild-*';

const gone = (name: string, file: string, what: string): CaseDraft => ({
  name: `no-${name}`,
  state: `${what} is gone`,
  prepare: `rm ${file}`,
  because: ['kernel.build'],
  makeSays: new RegExp(`${file.replace(/^.*\*(?:-common)?\//, '').replaceAll('.', '\\.')}: (?:No such file|not found)`),
});

/** Makefiles, scripts and programs of the headers that are missing or cut off. */
const missing: CaseDraft[] = [
  gone('kbuild-include', `${kbuild}/scripts/Kbuild.include`, 'scripts/Kbuild.include'),
  gone('makefile-compiler', `${kbuild}/scripts/Makefile.compiler`, 'scripts/Makefile.compiler'),
  gone('makefile-lib', `${kbuild}/scripts/Makefile.lib`, 'scripts/Makefile.lib'),
  gone(
    'makefile-debug',
    `${kbuild}/scripts/Makefile.debug`,
    'scripts/Makefile.debug, which this configuration includes,',
  ),
  gone('makefile-modpost', `${kbuild}/scripts/Makefile.modpost`, 'scripts/Makefile.modpost'),
  gone('makefile-modfinal', `${kbuild}/scripts/Makefile.modfinal`, 'scripts/Makefile.modfinal'),
  gone('arch-makefile', `${common}/arch/x86/Makefile`, "the architecture's Makefile"),
  gone('check-local-export', `${kbuild}/scripts/check-local-export`, 'scripts/check-local-export'),
  {
    ...gone('modules-check', `${kbuild}/scripts/modules-check.sh`, 'scripts/modules-check.sh'),
    makeSays: /cannot open .*modules-check\.sh/,
  },
  gone('kconfig-h', `${common}/include/linux/kconfig.h`, 'include/linux/kconfig.h, which each compilation includes,'),
  {
    ...gone('fixdep', `${kbuild}/scripts/basic/fixdep`, 'fixdep'),
    makeSays: /scripts\/basic\/fixdep: not found/,
  },
  {
    name: 'no-linker-script',
    state: 'the linker script of modules is gone',
    prepare: 'rm $HEADERS/arch/x86/module.lds',
    because: ['kernel.build'],
    makeSays: /module\.lds|cannot open linker script/,
  },
  {
    name: 'no-wrapped-modpost',
    state: 'the modpost that Debian’s wrapper starts is gone',
    prepare: `rm ${kbuild}/scripts/mod/modpost.real-lsb-64`,
    because: ['kernel.build'],
    makeSays: /Makefile\.modpost:\d+: .*Error/,
  },
  {
    name: 'empty-makefile-build',
    state: 'scripts/Makefile.build is empty',
    prepare: `: >$(echo ${kbuild}/scripts/Makefile.build)`,
    because: ['kernel.build'],
    makeSays: /No targets/,
  },
  {
    name: 'empty-symvers',
    state: 'Module.symvers is empty',
    prepare: ': >$HEADERS/Module.symvers',
    because: ['kernel.symvers'],
    makeSays: /modpost: "\w+" .*undefined!/,
  },
  {
    name: 'trimmed-symvers',
    state: 'a kernel that exports only what its own modules use (CONFIG_TRIM_UNUSED_KSYMS)',
    prepare: `sed -i 's/^# CONFIG_TRIM_UNUSED_KSYMS is not set/CONFIG_TRIM_UNUSED_KSYMS=y/' $HEADERS/.config
      sed -i '/\\tkrealloc\\t/d; /\\t_printk\\t/d' $HEADERS/Module.symvers`,
    because: ['kernel.symvers'],
    makeSays: /modpost: "_printk" .*undefined!/,
  },
  {
    name: 'no-gcc-plugin',
    state: 'the configuration has GCC load a plugin that is not there',
    prepare: `printf 'CONFIG_GCC_PLUGINS=y\\nCONFIG_GCC_PLUGIN_LATENT_ENTROPY=y\\n' >>$HEADERS/include/config/auto.conf`,
    because: ['kernel.build'],
    makeSays: /latent_entropy_plugin\.so/,
  },
];

/** Changes a text in a program into one of the same length. */
const patch = (file: string, from: string, to: string) => `perl -pi -e 's(${from})(${to})' $(readlink -f ${file})`;
const objtool = `${kbuild}/tools/objtool/objtool`;

/** Programs of the headers that are there and cannot run. */
const unfit: CaseDraft[] = [
  {
    name: 'foreign-programs',
    state: 'fixdep, modpost and objtool are programs for arm64',
    prepare: `for program in scripts/basic/fixdep scripts/mod/modpost tools/objtool/objtool; do
        printf '\\267\\0' | dd of="$(echo ${kbuild}/$program)" bs=1 seek=18 conv=notrunc
      done`,
    because: ['kernel.build'],
    makeSays: /Exec format error/,
  },
  {
    name: 'objtool-of-newer-libc',
    state: 'objtool needs a newer C library',
    prepare: patch(objtool, 'GLIBC_2\\.34', 'GLIBC_9.34'),
    because: ['kernel.build'],
    makeSays: /version `GLIBC_9\.34' not found/,
  },
  {
    name: 'objtool-without-library',
    state: 'objtool needs a library that is not installed',
    prepare: patch(objtool, 'libelf\\.so\\.1', 'libelg.so.1'),
    because: ['kernel.build'],
    makeSays: /error while loading shared libraries: libelg\.so\.1/,
  },
  {
    name: 'objtool-without-loader',
    state: 'objtool needs a dynamic loader that is not installed',
    prepare: patch(objtool, '/lib64/ld-linux', '/lib32/ld-linux'),
    because: ['kernel.build'],
    makeSays: /objtool: not found/,
  },
  {
    name: 'fixdep-not-executable',
    state: 'fixdep is not executable',
    prepare: `chmod a-x ${kbuild}/scripts/basic/fixdep`,
    because: ['kernel.build'],
    makeSays: /fixdep: Permission denied/,
  },
];

/** Programs of the system that each build calls. */
const programs: CaseDraft[] = [
  {
    name: 'no-as',
    state: 'no assembler',
    prepare: 'rm /usr/bin/as /usr/bin/*-linux-gnu-as',
    because: ['build.programs'],
    makeSays: /cannot execute .*as|No such file/,
  },
  {
    name: 'no-readelf',
    state: 'no readelf',
    prepare: 'rm /usr/bin/readelf /usr/bin/*-linux-gnu-readelf',
    because: ['build.programs'],
    makeSays: /readelf: not found/,
  },
  {
    name: 'no-nm',
    state: 'no nm, which kernels before 6.5 call',
    prepare: 'rm /usr/bin/nm /usr/bin/*-linux-gnu-nm',
    because: ['build.programs'],
    makeSays: /nm(: not found| failed)/,
  },
  {
    name: 'no-cc1',
    state: 'the program that gcc compiles C with is gone',
    prepare: 'rm /usr/lib/gcc/x86_64-linux-gnu/12/cc1',
    because: ['cc.compiler'],
    makeSays: /cannot execute .*cc1/,
  },
  {
    name: 'no-awk',
    state: 'no awk',
    prepare: 'rm /usr/bin/awk',
    because: ['build.programs'],
    makeSays: /awk: not found/,
  },
  {
    name: 'no-rm',
    state: 'no rm',
    prepare: 'rm /usr/bin/rm',
    because: ['build.programs'],
    makeSays: /rm: not found|rm: No such file/,
  },
];

/** The same on a kernel whose headers have a vmlinux and Rust's own files. */
const newer: CaseDraft[] = [
  {
    name: 'no-gen-btf',
    state: 'scripts/gen-btf.sh is gone',
    prepare: `rm ${kbuild}/scripts/gen-btf.sh`,
    because: ['kernel.build'],
    makeSays: /cannot open .*gen-btf\.sh/,
  },
  {
    name: 'no-makefile-btf',
    state: 'scripts/Makefile.btf, which this configuration includes, is gone',
    prepare: `rm ${kbuild}/scripts/Makefile.btf`,
    because: ['kernel.build'],
    makeSays: /Makefile\.btf: No such file/,
  },
  {
    name: 'no-resolve-btfids',
    state: 'resolve_btfids is gone',
    prepare: `rm ${kbuild}/tools/bpf/resolve_btfids/resolve_btfids`,
    because: ['kernel.build'],
    makeSays: /resolve_btfids: not found/,
  },
  {
    name: 'no-vmlinux-btf',
    state: 'the vmlinux of the headers has no BTF',
    prepare: 'objcopy --remove-section=.BTF $HEADERS/vmlinux',
    because: ['kernel.build'],
    makeSays: /Failed to parse base BTF/,
  },
  {
    name: 'no-wrapped-objtool',
    state: 'the objtool that Debian’s wrapper starts is gone',
    prepare: `rm ${kbuild}/tools/objtool/objtool.real-x86`,
    because: ['kernel.build'],
    makeSays: /objtool: Failed to execute/,
  },
  {
    name: 'no-module-common',
    state: 'scripts/module-common.c, which is compiled into each module, is gone',
    prepare: `rm ${kbuild}/scripts/module-common.c`,
    because: ['kernel.build'],
    makeSays: /module-common/,
  },
  {
    name: 'no-objcopy',
    state: 'headers with a vmlinux, no objcopy',
    prepare: 'rm /usr/bin/objcopy /usr/bin/*-linux-gnu-objcopy',
    because: ['build.programs'],
    makeSays: /objcopy: not found/,
  },
].map((one) => ({ ...one, system: newKernel, prepare: `${nameHeaders}\n${one.prepare}`, kdir: '/root/headers' }));

/** A tree that was prepared from its source. */
const made: CaseDraft[] = [
  {
    name: 'own-tree-without-fixdep',
    state: 'a prepared source tree whose fixdep is gone',
    system: newKernel,
    kdir: trees.rust,
    prepare: `rm ${trees.rust}/scripts/basic/fixdep`,
    because: ['kernel.build'],
    makeSays: /fixdep: not found/,
  },
];

const harmless = (name: string, state: string, prepare: string, more: Partial<CaseDraft> = {}): CaseDraft => ({
  name,
  state,
  prepare,
  because: [],
  makeSays: built,
  ...more,
});

/** What is missing or changed and stops no build. */
const unneeded: CaseDraft[] = [
  harmless(
    'no-other-makefiles',
    'Makefiles that this configuration does not include are gone',
    `cd ${kbuild}/scripts && rm Makefile.kasan Makefile.kcov Makefile.kcsan Makefile.kmsan Makefile.gcc-plugins Makefile.clang \\
        Makefile.modinst Makefile.package Makefile.vmlinux Makefile.host`,
  ),
  harmless('no-other-scripts', 'scripts that no module is built with are gone', `rm ${kbuild}/scripts/*.pl`),
  harmless(
    'no-genksyms',
    'genksyms is gone, which only modules that export symbols need',
    `rm -r ${kbuild}/scripts/genksyms`,
  ),
  harmless(
    'no-other-modposts',
    'the modposts for other kinds of ELF files are gone',
    `rm ${kbuild}/scripts/mod/modpost.real-*sb-32 ${kbuild}/scripts/mod/modpost.real-msb-64`,
  ),
  harmless('no-pahole-flags', 'scripts/pahole-flags.sh is gone', `rm ${kbuild}/scripts/pahole-flags.sh`),
  harmless('no-kernelvariables', '.kernelvariables is gone, which make may do without', 'rm $HEADERS/.kernelvariables'),
  harmless(
    'modpost-script',
    'a script in the place of modpost starts it',
    `cd ${kbuild}/scripts/mod && printf '#!/bin/sh\\nexec "$0.real-lsb-64" "$@"\\n' >modpost`,
  ),
  harmless(
    'library-path',
    'objtool’s library is where LD_LIBRARY_PATH says',
    'mkdir /opt/lib && mv /usr/lib/x86_64-linux-gnu/libelf* /opt/lib && ldconfig',
    { env: { LD_LIBRARY_PATH: '/opt/lib' } },
  ),
  harmless(
    'library-elsewhere',
    'objtool’s library is in a folder that ld.so.conf names',
    'mkdir /opt/lib && mv /usr/lib/x86_64-linux-gnu/libelf* /opt/lib && echo /opt/lib >/etc/ld.so.conf.d/opt.conf && ldconfig',
  ),
  harmless(
    'trimmed-and-complete',
    'CONFIG_TRIM_UNUSED_KSYMS, and all that modules refer to is exported',
    "sed -i 's/^# CONFIG_TRIM_UNUSED_KSYMS is not set/CONFIG_TRIM_UNUSED_KSYMS=y/' $HEADERS/.config",
  ),
  harmless(
    'no-objcopy-no-vmlinux',
    'headers without a vmlinux, no objcopy',
    'rm /usr/bin/objcopy /usr/bin/*-linux-gnu-objcopy',
  ),
  harmless(
    'no-rustc-cfg',
    'include/generated/rustc_cfg is gone, which only the crate of the kernel is compiled with',
    `${nameHeaders} && rm $HEADERS/include/generated/rustc_cfg`,
    { system: newKernel, kdir: '/root/headers' },
  ),
  harmless('no-cmp', 'no cmp and no getconf', 'rm /usr/bin/cmp /usr/bin/getconf'),
  harmless(
    'two-releases',
    'include/config/kernel.release names another kernel',
    'echo 6.12.107 >$HEADERS/include/config/kernel.release',
    { also: { 'kernel.tree': 'warn' } },
  ),
];

/** Kernel trees and systems of which a part is missing or cannot run. */
export const damage: CaseDraft[] = [...missing, ...unfit, ...programs, ...newer, ...made, ...unneeded];
