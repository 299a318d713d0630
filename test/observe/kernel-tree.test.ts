import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { treeState } from '../../src/observe/kernel-state.ts';
import { observeKernelTree } from '../../src/observe/kernel-tree.ts';
import { preparedTree } from './prepared-tree.ts';
import { type PretendMachine, pretendMachine } from './pretend-machine.ts';

const observed = ({ root }: PretendMachine, dir: string) =>
  observeKernelTree(join(root, dir), 'named', join(root, 'cache'), root);

test("Debian's headers for 6.1 are a tree of the release that utsrelease.h names", () => {
  const machine = pretendMachine();
  preparedTree(machine, 'usr/src/linux-headers', '6.1.0-56-amd64');
  machine.file('usr/src/linux-headers/include/config/kernel.release', '6.1.192\n');
  machine.file('usr/src/linux-headers/.config', 'CONFIG_CC_VERSION_TEXT="gcc-12 (Debian) 12.2.0"\nCONFIG_MODULES=y\n');
  machine.file('usr/src/linux-headers/Module.symvers');
  machine.file('usr/src/linux-headers/scripts/basic/fixdep');
  const image = machine.file('boot/vmlinuz-6.1.0-56-amd64');
  expect(observed(machine, 'usr/src/linux-headers')).toEqual({
    dir: join(machine.root, 'usr/src/linux-headers'),
    origin: 'named',
    state: 'headers',
    release: '6.1.0-56-amd64',
    config: { CONFIG_CC_VERSION_TEXT: 'gcc-12 (Debian) 12.2.0', CONFIG_MODULES: 'y' },
    compiler: 'gcc-12 (Debian) 12.2.0',
    moduleSymvers: true,
    metadata: { rmeta: [], so: [], targetSpec: false, rustc: null },
    hostPrograms: ['scripts/basic/fixdep', 'scripts/mod/modpost'],
    image,
  });
});

test('Rust metadata is listed with the compiler that wrote it', () => {
  const machine = pretendMachine();
  preparedTree(machine, 'tree', '7.3.4');
  const core = readFileSync(join(import.meta.dirname, 'fixtures/metadata-1.85.1.rmeta'));
  machine.file('tree/rust/libcore.rmeta', core);
  for (const name of ['libkernel.rmeta', 'libbindings.rmeta', 'libmacros.so', 'core.o'])
    machine.file(`tree/rust/${name}`);
  machine.file('tree/scripts/target.json', '{}');
  expect(observed(machine, 'tree').metadata).toEqual({
    rmeta: ['libbindings.rmeta', 'libcore.rmeta', 'libkernel.rmeta'],
    so: ['libmacros.so'],
    targetSpec: true,
    rustc: 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)',
  });
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
    'common',
    'project',
    'empty',
    'file',
    'file/below',
    'dangling',
    'loop',
    'gone',
  ];
  expect(Object.fromEntries(states.map((dir) => [dir, treeState(join(root, dir))]))).toEqual({
    headers: 'headers',
    full: 'source',
    apart: 'source',
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

test('a folder full of surprises is observed without an error', () => {
  const machine = pretendMachine();
  const { folder, link } = machine;
  const surprises = ['.config', 'Makefile', 'Module.symvers', 'include/config/kernel.release', 'rust/libcore.rmeta'];
  for (const path of surprises) folder(`tree/${path}`);
  link('tree/include/generated', '/nowhere');
  link('tree/scripts', 'scripts');
  expect(observed(machine, 'tree')).toMatchObject({
    state: 'not-a-tree',
    release: null,
    config: {},
    moduleSymvers: false,
    metadata: { rmeta: ['libcore.rmeta'], targetSpec: false, rustc: null },
    image: null,
  });
});
