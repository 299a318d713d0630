import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moduleExports } from '../../../src/knowledge/kernel/module-exports.ts';
import { treeState } from '../../../src/observe/tree/kernel-state.ts';
import { observeKernelTree } from '../../../src/observe/tree/kernel-tree.ts';
import { placeOf } from '../../../src/system/files/tree-path.ts';
import { architecture } from '../architecture.ts';
import { preparedTree } from '../prepared-tree.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

/** A list of exported symbols that has all that modules refer to, by their latest names, without those named. */
function symvers(...without: string[]): string {
  const names = moduleExports.map(({ names: [name] }) => name).filter((name) => !without.includes(name));
  return names
    .map((name) => `0x00000000\t${/^\d/.test(name) ? '_RNvNtC' : ''}${name}\tvmlinux\tEXPORT_SYMBOL\t\n`)
    .join('');
}

function observed({ root }: PretendMachine, dir: string) {
  const folder = join(root, dir);
  return observeKernelTree(folder, 'named', placeOf(folder), {
    arch: architecture(),
    cache: join(root, 'cache'),
    root,
  });
}

test("Debian's headers for 6.1 are a tree of the release that utsrelease.h names", () => {
  const machine = pretendMachine();
  preparedTree(machine, 'usr/src/linux-headers', '6.1.0-56-amd64');
  machine.file('usr/src/linux-headers/include/config/kernel.release', '6.1.192\n');
  machine.file(
    'usr/src/linux-headers/include/config/auto.conf',
    'CONFIG_CC_VERSION_TEXT="gcc-12 (Debian) 12.2.0"\nCONFIG_MODULES=y\n',
  );
  machine.file('usr/src/linux-headers/Module.symvers', symvers());
  const image = machine.file('boot/vmlinuz-6.1.0-56-amd64');
  expect(observed(machine, 'usr/src/linux-headers')).toEqual({
    dir: join(machine.root, 'usr/src/linux-headers'),
    made: null,
    origin: 'named',
    state: 'headers',
    release: '6.1.0-56-amd64',
    otherRelease: null,
    version: null,
    unpackedIn: null,
    dangling: [],
    outside: [],
    minimumTools: null,
    writable: true,
    vmlinux: false,
    config: { CONFIG_CC_VERSION_TEXT: 'gcc-12 (Debian) 12.2.0', CONFIG_MODULES: 'y' },
    compiler: 'gcc-12 (Debian) 12.2.0',
    toolPrefix: '',
    moduleSymvers: true,
    unexported: [],
    modpostForgives: false,
    metadata: { rmeta: [], so: [], targetSpec: false, rustc: null },
    kernelCrate: null,
    unfit: [],
    plugins: [],
    image,
  });
});

test('programs of the build are looked into, with the one that a wrapper stands for', () => {
  const machine = pretendMachine();
  preparedTree(machine, 'tree', '7.3.4');
  machine.file('tree/include/config/auto.conf', 'CONFIG_64BIT=y\nCONFIG_OBJTOOL=y\n');
  machine.script('tree/scripts/basic/fixdep');
  machine.script('tree/scripts/mod/modpost', '# "%s.real-%s-%s\0"');
  machine.script('tree/tools/objtool/objtool', '# "%s.real-%s\0"');
  machine.script('tree/tools/objtool/objtool.real-x86');
  const missing = (file: string) => ({ file, path: join(machine.root, 'tree', file), trouble: 'missing', detail: '' });
  expect(observed(machine, 'tree').unfit).toEqual([missing('scripts/mod/modpost.real-lsb-64')]);
  machine.script('tree/scripts/mod/modpost.real-lsb-64');
  machine.file('tree/tools/objtool/objtool', '');
  expect(observed(machine, 'tree').unfit).toEqual([{ ...missing('tools/objtool/objtool'), trouble: 'empty' }]);
});

test('what modules refer to is looked for in a list that may be trimmed, by any name it ever had', () => {
  const machine = pretendMachine();
  preparedTree(machine, 'tree', '6.1');
  const unexported = (list: string) => {
    machine.file('tree/Module.symvers', list);
    return observed(machine, 'tree').unexported;
  };
  expect(unexported(symvers())).toEqual([]);
  expect(unexported(symvers('kfree', 'misc_register'))).toEqual(['kfree', 'misc_register']);
  expect(unexported(symvers('_printk').concat('0x0\tprintk\tvmlinux\tEXPORT_SYMBOL\t\n'))).toEqual([]);
  expect(unexported('')).toHaveLength(moduleExports.filter(({ flavour }) => flavour === 'freestanding').length);
  const long = symvers('kfree') + '0x0\tother\tvmlinux\tEXPORT_SYMBOL\t\n'.repeat(10_000);
  expect(unexported(long)).toEqual([]);
  machine.file('tree/.config', '#\nCONFIG_TRIM_UNUSED_KSYMS=y\n');
  expect(unexported(long)).toEqual(['kfree']);
  machine.file('tree/.config', '# CONFIG_TRIM_UNUSED_KSYMS is not set\n');
  machine.file('tree/include/config/auto.conf', 'CONFIG_RUST=y\nCONFIG_TRIM_UNUSED_KSYMS=y\n');
  expect(unexported(symvers('kfree', '6kernel5print11call_printk'))).toEqual(['kfree', '6kernel5print11call_printk']);
});

test('a full source tells its version before it is configured, and its own minimum versions', () => {
  const machine = pretendMachine();
  machine.file('linux/Makefile', 'VERSION = 7\nPATCHLEVEL = 4\nSUBLEVEL = 0\nEXTRAVERSION = -rc1\nNAME = X\n');
  machine.file('linux/scripts/Makefile.build');
  machine.file('linux/init/main.c');
  machine.file(
    'linux/scripts/min-tool-version.sh',
    'case "$1" in\nrustc)\n\techo 1.85.0\n\t;;\n*)\n\texit 1\n\t;;\nesac\n',
  );
  expect(observed(machine, 'linux')).toMatchObject({
    state: 'unprepared',
    release: null,
    version: '7.4.0-rc1',
    minimumTools: { rustc: '1.85.0' },
  });
});

test('a tree made apart from its source takes version and minima from there', () => {
  const machine = pretendMachine();
  preparedTree(machine, 'build', '7.3.4', { sources: 'src' });
  machine.link('build/source', '../src');
  machine.file('src/Makefile', 'VERSION = 7\nPATCHLEVEL = 3\nSUBLEVEL = 4\nEXTRAVERSION =\n');
  machine.file('src/init/main.c');
  machine.file('src/scripts/min-tool-version.sh', 'case "$1" in\ngcc)\n\techo 8.1.0\n\t;;\n*)\n\t;;\nesac\n');
  machine.file('build/vmlinux');
  expect(observed(machine, 'build')).toMatchObject({
    state: 'source',
    version: '7.3.4',
    minimumTools: { gcc: '8.1.0' },
    vmlinux: true,
  });
});

test('headers that hold the whole Makefile, but no sources, have a release and no version', () => {
  const machine = pretendMachine();
  preparedTree(machine, 'tree', '6.8.0-59-generic');
  machine.file('tree/Makefile', 'VERSION = 6\nPATCHLEVEL = 8\nSUBLEVEL = 12\nEXTRAVERSION =\n');
  expect(observed(machine, 'tree')).toMatchObject({ state: 'headers', release: '6.8.0-59-generic', version: null });
});

test('without utsrelease.h the release is the one Kbuild keeps, and what is no release is none', () => {
  const machine = pretendMachine();
  machine.file('a/include/config/kernel.release', '6.12.107+deb13-amd64\n');
  machine.file('b/include/config/kernel.release', '../../etc/passwd\n');
  machine.file('c/include/generated/utsrelease.h', '#define UTS_RELEASE "6/../../x"\n');
  expect(['a', 'b', 'c'].map((dir) => observed(machine, dir).release)).toEqual(['6.12.107+deb13-amd64', null, null]);
});

test.each(['boot/vmlinuz-6.1', 'usr/lib/modules/6.1/vmlinuz', 'lib/modules/6.1/vmlinuz', 'cache/kernels/6.1/vmlinuz'])(
  'an image is found at %s',
  (place) => {
    const machine = pretendMachine();
    preparedTree(machine, 'tree', '6.1');
    expect(observed(machine, 'tree').image).toBeNull();
    expect(observed(machine, 'tree').image === machine.file(place)).toBe(false);
    expect(observed(machine, 'tree').image).toBe(join(machine.root, place));
  },
);

test('every state of a folder is told', () => {
  const machine = pretendMachine();
  const { root, file, folder, link } = machine;
  preparedTree(machine, 'headers', '6.1');
  preparedTree(machine, 'full', '6.1');
  file('full/init/main.c');
  preparedTree(machine, 'apart', '6.1', { sources: 'apart-source' });
  link('apart/source', '../apart-source');
  file('apart-source/init/main.c');
  preparedTree(machine, 'halved', '6.1');
  file('halved/Makefile', `include ${root}/common-that-is-gone/Makefile\n`);
  file('common/Makefile');
  file('common/scripts/Makefile.build');
  file('project/Makefile');
  folder('empty');
  file('file');
  link('dangling', '/nowhere');
  link('loop', 'loop');
  const states = [
    'headers',
    'full',
    'apart',
    'halved',
    'common',
    'project',
    'empty',
    'file',
    'file/below',
    'dangling',
    'loop',
    'gone',
  ];
  expect(Object.fromEntries(states.map((dir) => [dir, treeState(placeOf(join(root, dir)))]))).toEqual({
    headers: 'headers',
    full: 'source',
    apart: 'source',
    halved: 'not-a-tree',
    common: 'unprepared',
    project: 'not-a-tree',
    empty: 'not-a-tree',
    file: 'not-a-folder',
    'file/below': 'not-a-folder',
    dangling: 'missing',
    loop: 'missing',
    gone: 'missing',
  });
});

test.each([
  ['6.1', 'ifneq ($(KBUILD_MODPOST_WARN)$(missing-input),)\nmodpost-args += -w\nendif\n', true],
  ['6.12', 'modpost-args = \\\n\t$(if $(KBUILD_MODPOST_WARN),-w) \\\nmissing-input := Module.symvers\n', false],
])('without Module.symvers, the rule of %s is asked whether modpost only warns', (_, rule, forgives) => {
  const machine = pretendMachine();
  preparedTree(machine, 'tree', '6.1.0');
  machine.file('tree/scripts/Makefile.modpost', rule);
  expect(observed(machine, 'tree').modpostForgives).toBe(forgives);
  machine.file('tree/Module.symvers');
  expect(observed(machine, 'tree').modpostForgives).toBe(false);
});

test.each([
  ['6.1.192', null],
  ['6.12.107+deb13-amd64', '6.12.107+deb13-amd64'],
  ['6.10.3', '6.10.3'],
])('a kernel.release of %s beside a utsrelease.h of 6.1 is told as %s', (kept, other) => {
  const machine = pretendMachine();
  preparedTree(machine, 'tree', '6.1.0-56-amd64');
  machine.file('tree/include/config/kernel.release', `${kept}\n`);
  expect(observed(machine, 'tree').otherRelease).toBe(other);
});
