import { expect, it } from 'vitest';
import { observeHaveRust } from '../../../src/observe/tree/have-rust.ts';
import { tree } from '../../judge/facts.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

/** A full source as its Makefile and Kconfig files have it: x86 of 7.3, arm64 of 6.12, and one without Rust. */
function source(machine: PretendMachine, folder: string, sublevel = 4): string {
  machine.file(`${folder}/init/main.c`);
  machine.file(
    `${folder}/Makefile`,
    `# SPDX-License-Identifier: GPL-2.0\nVERSION = 7\nPATCHLEVEL = 3\nSUBLEVEL = ${sublevel}\nEXTRAVERSION =\n`,
  );
  machine.file(
    `${folder}/arch/x86/Kconfig`,
    'config X86\n\tdef_bool y\n\tselect HAVE_RSEQ\n\tselect HAVE_RUST\t\t\tif X86_64\n\tselect HAVE_RUSTED\n',
  );
  machine.file(
    `${folder}/arch/arm64/Kconfig`,
    [
      'config ARM64',
      '\tselect HAVE_RUST if RUSTC_SUPPORTS_ARM64',
      '',
      'config RUSTC_SUPPORTS_ARM64',
      '\tdef_bool y',
      '\tdepends on CPU_LITTLE_ENDIAN',
      '\t# Shadow call stack is only supported on certain rustc versions.',
      '\tdepends on !SHADOW_CALL_STACK || RUSTC_VERSION >= 108200 || RUSTC_VERSION >= 108000 && UNWIND_PATCH_PAC_INTO_SCS',
      '',
      'config OTHER',
      '\tdepends on NOTHING',
      '',
    ].join('\n'),
  );
  machine.file(`${folder}/arch/um/Kconfig`, 'config UML\n\tselect HAVE_RUST\n');
  machine.file(`${folder}/arch/m68k/Kconfig`, 'config M68K\n\tbool\n');
  return `${machine.root}/${folder}`;
}

it("reads what a source's Kconfig files select, with what that depends on", () => {
  const machine = pretendMachine();
  const dir = source(machine, 'home/linux');
  const fact = observeHaveRust([tree({ dir, origin: 'named' })], machine.root);
  expect(fact).toMatchObject({ dir, release: '7.3.4' });
  expect(fact?.read.sort()).toEqual(['arm64', 'm68k', 'um', 'x86']);
  expect(fact?.selects.sort((a, b) => a.srcarch.localeCompare(b.srcarch))).toEqual([
    { srcarch: 'arm64', condition: 'RUSTC_SUPPORTS_ARM64' },
    { srcarch: 'um', condition: null },
    { srcarch: 'x86', condition: 'X86_64' },
  ]);
  expect(fact?.depends).toEqual({
    RUSTC_SUPPORTS_ARM64: [
      'CPU_LITTLE_ENDIAN',
      '!SHADOW_CALL_STACK || RUSTC_VERSION >= 108200 || RUSTC_VERSION >= 108000 && UNWIND_PATCH_PAC_INTO_SCS',
    ],
  });
});

it('follows a tree that was built in a folder of its own to its sources', () => {
  const machine = pretendMachine();
  const dir = source(machine, 'home/linux');
  machine.link('home/build/source', dir);
  const build = `${machine.root}/home/build`;
  expect(observeHaveRust([tree({ dir: build, origin: 'named' })], machine.root)).toMatchObject({
    dir: build,
    release: '7.3.4',
  });
});

it('takes the newest source where nothing was named, and none but the named tree otherwise', () => {
  const machine = pretendMachine();
  source(machine, 'usr/src/linux-source-7.3', 9);
  const older = source(machine, 'usr/src/linux-7.3.10', 10);
  const headers = tree({ dir: machine.folder('usr/src/linux-headers-7.3') });
  expect(observeHaveRust([headers], machine.root)).toMatchObject({ dir: older, release: '7.3.10' });
  expect(observeHaveRust([{ ...headers, origin: 'named' }], machine.root)).toBeNull();
});

it('answers null without a source, and for one whose version cannot be read', () => {
  const machine = pretendMachine();
  expect(observeHaveRust([], machine.root)).toBeNull();
  source(machine, 'usr/src/linux');
  machine.file('usr/src/linux/Makefile', 'VERSION = ?\n');
  expect(observeHaveRust([], machine.root)).toBeNull();
});
