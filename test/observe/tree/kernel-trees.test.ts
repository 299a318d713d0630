import { release as runningRelease } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { type NamedTree, observeKernelTrees } from '../../../src/observe/tree/kernel-trees.ts';
import { architecture } from '../architecture.ts';
import { preparedTree } from '../prepared-tree.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

function found({ root }: PretendMachine, named: NamedTree = {}, withSources = false): string[] {
  return observeKernelTrees(named, { arch: architecture(), cache: null, root, withSources }).map(
    ({ origin, dir, state }) => `${origin} ${relative(root, dir)} ${state}`,
  );
}

/** Debian's layout: headers, the part they share, and the link from the modules' folder. */
function installHeaders(machine: PretendMachine, release: string): void {
  preparedTree(machine, `usr/src/linux-headers-${release}`, release);
  machine.file(`usr/src/linux-headers-${release}-common/Makefile`);
  machine.file(`usr/src/linux-headers-${release}-common/scripts/Makefile.build`);
  machine.link(`lib/modules/${release}/build`, join(machine.root, `usr/src/linux-headers-${release}`));
}

test('a machine without kernel trees has none', () => {
  expect(found(pretendMachine())).toEqual([]);
});

test('installed trees come from the newest to the oldest, each once and without what they share', () => {
  const machine = pretendMachine();
  for (const release of ['6.1.0-9-amd64', '6.12.107+deb13-amd64', '6.1.0-56-amd64']) installHeaders(machine, release);
  preparedTree(machine, 'usr/src/linux-headers-7.3', '7.3.4');
  machine.file('usr/src/linux-headers-notes', 'a file');
  expect(found(machine)).toEqual([
    'installed usr/src/linux-headers-7.3 headers',
    'installed lib/modules/6.12.107+deb13-amd64/build headers',
    'installed lib/modules/6.1.0-56-amd64/build headers',
    'installed lib/modules/6.1.0-9-amd64/build headers',
  ]);
});

test('a kernel whose link to its tree leads nowhere is listed by the name of its folder, once', () => {
  const machine = pretendMachine();
  installHeaders(machine, '6.1.0-56-amd64');
  machine.link('usr/lib/modules', '../../lib/modules');
  machine.link('lib/modules/6.2/build', '/nowhere');
  machine.folder('lib/modules/6.3');
  const kernels = ['installed lib/modules/6.1.0-56-amd64/build headers', 'installed lib/modules/6.2/build missing'];
  expect(found(machine)).toEqual(kernels);
  machine.link(`lib/modules/${runningRelease()}/build`, '/nowhere');
  expect(found(machine)).toEqual([`running lib/modules/${runningRelease()}/build missing`, ...kernels]);
});

test("the running kernel's tree comes first, in whatever state it is", () => {
  const machine = pretendMachine();
  installHeaders(machine, '99.1');
  machine.folder(`lib/modules/${runningRelease()}/build`);
  expect(found(machine)).toEqual([
    `running lib/modules/${runningRelease()}/build not-a-tree`,
    'installed lib/modules/99.1/build headers',
  ]);
});

test('a named folder is looked at alone, whatever it is', () => {
  const machine = pretendMachine();
  installHeaders(machine, '6.1.0-56-amd64');
  machine.file('file');
  expect(found(machine, { kdir: join(machine.root, 'gone') })).toEqual(['named gone missing']);
  expect(found(machine, { kdir: join(machine.root, 'file') })).toEqual(['named file not-a-folder']);
  expect(found(machine, { kdir: join(machine.root, 'usr/src/linux-headers-6.1.0-56-amd64') })).toEqual([
    'named usr/src/linux-headers-6.1.0-56-amd64 headers',
  ]);
});

test('a named release is looked for among the modules, then among the headers', () => {
  const machine = pretendMachine();
  installHeaders(machine, '6.1.0-56-amd64');
  preparedTree(machine, 'usr/src/linux-headers-7.3', '7.3');
  expect(found(machine, { kernel: '6.1.0-56-amd64' })).toEqual(['named lib/modules/6.1.0-56-amd64/build headers']);
  expect(found(machine, { kernel: '7.3' })).toEqual(['named usr/src/linux-headers-7.3 headers']);
  expect(found(machine, { kernel: '5.0' })).toEqual(['named lib/modules/5.0/build missing']);
});

test("Arch's folder is the tree itself, below /usr/lib alone", () => {
  const machine = pretendMachine();
  preparedTree(machine, 'usr/lib/modules/7.2.4-arch1-2/build', '7.2.4-arch1-2');
  expect(found(machine)).toEqual(['installed usr/lib/modules/7.2.4-arch1-2/build headers']);
  machine.link('lib', 'usr/lib');
  expect(found(machine)).toEqual(['installed lib/modules/7.2.4-arch1-2/build headers']);
  expect(found(machine, { kernel: '7.2.4-arch1-2' })).toEqual(['named lib/modules/7.2.4-arch1-2/build headers']);
});

test("Fedora's headers are found without a link to them", () => {
  const machine = pretendMachine();
  preparedTree(machine, 'usr/src/kernels/7.2.3-200.fc44.x86_64', '7.2.3-200.fc44.x86_64');
  expect(found(machine)).toEqual(['installed usr/src/kernels/7.2.3-200.fc44.x86_64 headers']);
  expect(found(machine, { kernel: '7.2.3-200.fc44.x86_64' })).toEqual([
    'named usr/src/kernels/7.2.3-200.fc44.x86_64 headers',
  ]);
});

test("NixOS's trees have build and source apart, and the running system leads to them", () => {
  const machine = pretendMachine();
  const modules = 'nix/store/abc-linux-6.18.38-dev/lib/modules/6.18.38';
  preparedTree(machine, `${modules}/build`, '6.18.38', { sources: `${modules}/source` });
  machine.link(`${modules}/build/source`, join(machine.root, modules, 'source'));
  machine.file(`${modules}/source/init/main.c`);
  expect(found(machine, { kdir: join(machine.root, modules, 'build') })).toEqual([`named ${modules}/build source`]);
  expect(found(machine)).toEqual([]);
  const system = 'run/booted-system/kernel-modules/lib/modules/6.18.38';
  machine.link(`${system}/build`, join(machine.root, modules, 'build'));
  expect(found(machine)).toEqual([`installed ${system}/build source`]);
  expect(found(machine, { kernel: '6.18.38' })).toEqual([`named ${system}/build source`]);
});

test('sources that nobody prepared come last, newest first, and only where they are asked for', () => {
  const machine = pretendMachine();
  installHeaders(machine, '6.1.0-56-amd64');
  const source = (name: string, version: string) => {
    const [major, minor, patch] = version.split('.');
    machine.file(`${name}/Makefile`, `VERSION = ${major}\nPATCHLEVEL = ${minor}\nSUBLEVEL = ${patch}\n`);
    machine.file(`${name}/scripts/Makefile.build`);
    machine.file(`${name}/init/main.c`);
  };
  source('usr/src/linux-source-6.12', '6.12.107');
  source('usr/src/linux-7.3.4-gentoo-r1', '7.3.4');
  machine.link('usr/src/linux', 'linux-7.3.4-gentoo-r1');
  machine.folder('usr/src/linux-6.2-unpacked-halfway-1');
  machine.file('usr/src/linux-source-6.12.tar.xz');
  expect(found(machine)).toEqual(['installed lib/modules/6.1.0-56-amd64/build headers']);
  expect(found(machine, {}, true)).toEqual([
    'installed lib/modules/6.1.0-56-amd64/build headers',
    'installed usr/src/linux unprepared',
    'installed usr/src/linux-source-6.12 unprepared',
  ]);
});
