import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { observeKernelTree } from '../../../src/observe/tree/kernel-tree.ts';
import { placeOf } from '../../../src/system/files/tree-path.ts';
import { architecture } from '../architecture.ts';
import { preparedTree } from '../prepared-tree.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';
import { sharedLibrary } from '../shared-library.ts';

function observed({ root }: PretendMachine, dir: string) {
  return observeKernelTree(`${root}/${dir}`, 'named', placeOf(`${root}/${dir}`), {
    arch: architecture(),
    cache: null,
    root,
  });
}

/** `file trouble` of each. */
function unfit(machine: PretendMachine, dir: string): string[] {
  return observed(machine, dir).unfit.map(({ file, trouble, flavour }) => [file, trouble, flavour].join(' ').trim());
}

/** A tree whose sources are in a folder of their own, as Debian's headers are. */
function headers(config = ''): PretendMachine {
  const machine = pretendMachine();
  preparedTree(machine, 'build', '7.3.4', { sources: 'common' });
  machine.link('build/source', '../common');
  machine.file('build/include/config/auto.conf', `CONFIG_MODULES=y\n${config}`);
  machine.file(
    'common/Makefile',
    `include $(srctree)/scripts/Kbuild.include
ifdef config-build
include $(srctree)/scripts/kconfig/Makefile
else
include $(srctree)/arch/$(SRCARCH)/Makefile
endif
checked-configs := $(addprefix $(objtree)/, include/generated/autoconf.h include/generated/rustc_cfg)
include-$(CONFIG_GCC_PLUGINS) += scripts/Makefile.gcc-plugins
include $(addprefix $(srctree)/, $(include-y))
`,
  );
  machine.file('common/scripts/Kbuild.include', '# Kbuild\n');
  machine.file('common/arch/x86/Makefile', 'include $(srctree)/arch/x86/Makefile.more\n');
  machine.file('common/arch/x86/Makefile.more', '# Kbuild\n');
  machine.file('build/include/generated/rustc_cfg', '--cfg x\n');
  return machine;
}

test('a tree that has all its Makefiles include is whole', () => {
  expect(unfit(headers(), 'build')).toEqual([]);
});

test.each([
  ['common/scripts/Kbuild.include', 'scripts/Kbuild.include'],
  ['common/arch/x86/Makefile', 'arch/x86/Makefile'],
  ['common/arch/x86/Makefile.more', 'arch/x86/Makefile.more'],
  ['common/scripts/Makefile.modpost', 'scripts/Makefile.modpost'],
  ['common/scripts/Makefile.modfinal', 'scripts/Makefile.modfinal'],
])('%s is missed when it is not there, and when it is empty', (path, file) => {
  const machine = headers();
  machine.file(path, '');
  expect(unfit(machine, 'build')).toEqual([`${file} empty`]);
  rmSync(`${machine.root}/${path}`);
  expect(unfit(machine, 'build')).toEqual([`${file} missing`]);
});

test.each([
  ['common/include/asm-generic', 'include/asm-generic'],
  ['common/include/uapi', 'include/uapi'],
  ['common/arch/x86/include', 'arch/x86/include/asm missing,arch/x86/include/uapi'],
  ['build/arch/x86/include', 'arch/x86/include/generated/asm missing,arch/x86/include/generated/uapi'],
])('the headers of the folder %s are missed', (path, files) => {
  const machine = headers();
  rmSync(`${machine.root}/${path}`, { recursive: true });
  expect(unfit(machine, 'build').join()).toBe(`${files} missing`);
});

test('a Makefile that the configuration asks for is missed only then, with what it asks for itself', () => {
  expect(unfit(headers('CONFIG_GCC_PLUGINS=y\n'), 'build')).toEqual(['scripts/Makefile.gcc-plugins missing']);
  const machine = headers('CONFIG_GCC_PLUGINS=y\nCONFIG_GCC_PLUGIN_STACKLEAK=y\n');
  machine.file(
    'common/scripts/Makefile.gcc-plugins',
    'gcc-plugin-$(CONFIG_GCC_PLUGIN_STACKLEAK) += stackleak_plugin.so\nF := $(addprefix -fplugin=$(objtree)/scripts/gcc-plugins/, $(gcc-plugin-y))\n',
  );
  const plugin = 'scripts/gcc-plugins/stackleak_plugin.so';
  expect(unfit(machine, 'build')).toEqual([`${plugin} missing`]);
  machine.file(`build/${plugin}`, 'x\x0012.2.0\0\x0020220819\0');
  expect(observed(machine, 'build')).toMatchObject({ unfit: [], plugins: [{ file: plugin, gcc: '12.2.0' }] });
});

test('what compilers of Rust alone read is missed for Rust alone', () => {
  const machine = headers();
  machine.file('common/scripts/Makefile.build', 'rust_flags = @$(objtree)/include/generated/rustc_cfg\n');
  expect(unfit(machine, 'build')).toEqual([]);
  machine.file('build/include/generated/rustc_cfg', '');
  expect(unfit(machine, 'build')).toEqual(['include/generated/rustc_cfg empty rust-for-linux']);
});

test('one of two linker scripts will do', () => {
  const machine = headers();
  machine.file('common/scripts/Makefile.modfinal', 'L := $(wildcard scripts/module.lds arch/$(SRCARCH)/module.lds)\n');
  expect(unfit(machine, 'build')).toEqual(['scripts/module.lds missing']);
  machine.file('build/arch/x86/module.lds');
  expect(unfit(machine, 'build')).toEqual([]);
});

test('a script that a Makefile names has to be there, and executable when it is called by its name', () => {
  const machine = headers();
  machine.file(
    'common/scripts/Makefile.build',
    'cmd_x = $(srctree)/scripts/check-local-export $@\n\t$(CONFIG_SHELL) $(srctree)/scripts/modules-check.sh $<\n\tscripts/gen-btf.sh\n',
  );
  expect(unfit(machine, 'build')).toEqual(['scripts/check-local-export missing', 'scripts/modules-check.sh missing']);
  machine.file('common/scripts/modules-check.sh', '#!/bin/sh\n', 0o644);
  machine.file('common/scripts/check-local-export', '#!/bin/sh\n', 0o644);
  expect(unfit(machine, 'build')).toEqual(['scripts/check-local-export not-executable']);
});

test('Makefiles that include each other come to an end', () => {
  const machine = headers();
  machine.file('common/arch/x86/Makefile.more', 'include $(srctree)/arch/x86/Makefile\n'.repeat(50));
  expect(unfit(machine, 'build')).toEqual([]);
});

/** How the description of a kernel's types begins. */
const btf = Buffer.from('9feb0100', 'hex');

test.each([
  ['', true],
  ['no ELF file', true],
  [sharedLibrary({ machine: 62 }), true],
  [sharedLibrary({ machine: 62 }).subarray(0, 80), true],
  [sharedLibrary({ machine: 62, btf: Buffer.alloc(0) }), true],
  [sharedLibrary({ machine: 62, btf }), false],
  [sharedLibrary({ machine: 22, little: false, btf: Buffer.from(btf).swap16() }), false],
  // A copy of /sys/kernel/btf/vmlinux.
  [btf, false],
  [btf.subarray(0, 1), true],
])('a vmlinux without BTF is missed by modules that refer to it: case %#', (content, missed) => {
  const machine = headers('CONFIG_DEBUG_INFO_BTF_MODULES=y\n');
  machine.file('build/vmlinux', content);
  expect(unfit(machine, 'build').includes('vmlinux no-btf')).toBe(missed);
  const without = headers();
  without.file('build/vmlinux', content);
  expect(unfit(without, 'build')).toEqual([]);
});
