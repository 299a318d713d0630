import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { observeKernelTrees } from '../../../src/observe/tree/kernel-trees.ts';
import { architecture } from '../architecture.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

/** Of no release that a machine running this test could have installed. */
const release = '6.1.0-none-amd64';
const headers = `usr/src/linux-headers-${release}`;
const common = `usr/src/linux-headers-6.1.0-none-common`;

/** What `dpkg -x` makes of Debian's packages: the links between them are relative, the paths in Makefiles absolute. */
function unpackedDebian(makefile = `include /${common}/Makefile\n`): PretendMachine {
  const machine = pretendMachine();
  const { file, link } = machine;
  file(`pkg/${headers}/Makefile`, makefile);
  file(`pkg/${headers}/include/config/auto.conf`, 'CONFIG_RUST=y\n');
  file(`pkg/${headers}/include/generated/autoconf.h`);
  file(`pkg/${headers}/include/generated/utsrelease.h`, `#define UTS_RELEASE "${release}"\n`);
  link(`pkg/${headers}/scripts`, '../../lib/linux-kbuild-6.1/scripts');
  file('pkg/usr/lib/linux-kbuild-6.1/scripts/Makefile.build');
  file('pkg/usr/lib/linux-kbuild-6.1/scripts/mod/modpost');
  file(`pkg/${common}/Makefile`);
  link(`pkg/lib/modules/${release}/build`, `/${headers}`);
  file(`pkg/boot/vmlinuz-${release}`);
  return machine;
}

function observed({ root }: PretendMachine, dir: string) {
  const surroundings = { arch: architecture(), cache: null, root: '/', withSources: false };
  const [tree] = observeKernelTrees({ kdir: join(root, dir) }, surroundings);
  return tree;
}

test("Debian's headers, merely unpacked, are whole, but make would look for the rest of them on the machine", () => {
  const machine = unpackedDebian();
  const facts = {
    state: 'headers',
    release,
    unpackedIn: join(machine.root, 'pkg'),
    config: { CONFIG_RUST: 'y' },
    dangling: [],
    image: join(machine.root, `pkg/boot/vmlinuz-${release}`),
  };
  expect(observed(machine, `pkg/${headers}`)).toMatchObject({ ...facts, outside: [`/${common}/Makefile`] });
  expect(observed(machine, `pkg/lib/modules/${release}/build`)).toMatchObject({
    ...facts,
    outside: [`/${common}/Makefile`, `/${headers}`],
  });
});

test('in 7.x the Makefile names its own folder too', () => {
  const machine = unpackedDebian(`KBUILD_OUTPUT=/${headers}\ninclude /${common}/Makefile\n`);
  expect(observed(machine, `pkg/${headers}`)?.outside).toEqual([`/${headers}`, `/${common}/Makefile`]);
});

test('without the package of the part that they share, unpacked headers are no tree', () => {
  const machine = unpackedDebian();
  rmSync(join(machine.root, 'pkg', common), { recursive: true });
  expect(observed(machine, `pkg/${headers}`)).toMatchObject({
    state: 'not-a-tree',
    dangling: [`/${common}/Makefile`],
    outside: [],
  });
});

test('without the package of scripts, they lack what their link names', () => {
  const machine = unpackedDebian();
  rmSync(join(machine.root, 'pkg/usr/lib'), { recursive: true });
  expect(observed(machine, `pkg/${headers}`)).toMatchObject({
    state: 'not-a-tree',
    dangling: ['../../lib/linux-kbuild-6.1/scripts'],
  });
});

test("Ubuntu's link to the Rust metadata is followed inside the folder, and named where that package is missing", () => {
  const machine = unpackedDebian();
  const rust = `/usr/src/linux-lib-rust-${release}/rust`;
  machine.link(`pkg/${headers}/rust`, rust);
  expect(observed(machine, `pkg/${headers}`)).toMatchObject({
    state: 'headers',
    dangling: [rust],
    metadata: { rmeta: [] },
  });
  machine.file(`pkg${rust}/libcore.rmeta`);
  expect(observed(machine, `pkg/${headers}`)).toMatchObject({
    dangling: [],
    outside: [`/${common}/Makefile`, rust],
    metadata: { rmeta: [{ name: 'libcore.rmeta' }] },
  });
});

test('a tree whose absolute links lead to the right place lies where it belongs', () => {
  const machine = unpackedDebian();
  machine.file(`pkg/${headers}/Makefile`, `include ${machine.root}/elsewhere/Makefile\n`);
  machine.file('elsewhere/Makefile');
  expect(observed(machine, `pkg/${headers}`)).toMatchObject({
    state: 'headers',
    unpackedIn: null,
    outside: [],
    dangling: [],
  });
});

test('a tree that was copied leads make back to where it came from', () => {
  const machine = unpackedDebian();
  const { root, file } = machine;
  file('linux/Makefile');
  file('linux/scripts/Makefile.build');
  for (const dir of ['old', 'new']) {
    file(`${dir}/Makefile`, `export KBUILD_OUTPUT = ${root}/old\ninclude ${root}/linux/Makefile\n`);
    machine.link(`${dir}/source`, '../linux');
  }
  expect(observed(machine, 'old')).toMatchObject({ state: 'unprepared', outside: [] });
  expect(observed(machine, 'new')).toMatchObject({ state: 'unprepared', outside: [join(root, 'old')] });
});
