import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../write/folders.ts';
import { scripts } from './judge.ts';

// Which line of the source boot-place.sh names. The tools are pretended; the lab has real modules.

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
});

/** A tool of binutils that says this; $* are its arguments. */
function tool(name: string, says: string): void {
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\ncat <<EOF\n${says}\nEOF\n`, { mode: 0o755 });
}

function place(name: string, offset: number): { status: number | null; stdout: string } {
  return spawnSync('sh', [join(scripts, 'boot-place.sh'), 'sample.ko', name, `${offset}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, CROSS_COMPILE: 'other-' },
  });
}

/** `objdump -t`: value, flags, section, size, visibility if there is one, name. */
const symbols = `
0000000000000000 l    d  .text	0000000000000000 .text
0000000000000000 l    df *ABS*	0000000000000000 extra.c
0000000000000150 g     F .text	000000000000028f rust_init
00000000000003e0 l     F .text	0000000000000012 .hidden _RNvXs1i_NtCs2DxGA1hvVcO_4core3fmtReNtB6_7Display3fmt
0000000000001000 g     F .text	0000000000000360 0x60 rust_exit
0000000000000000 l     O .bss	0000000000000028 timer
0000000000000000         *UND*	0000000000000000 _printk`;

describe('with the tools of the module’s architecture', () => {
  beforeEach(() => {
    tool('other-objdump', symbols);
    tool('other-addr2line', `${folder}/src/lib.rs:12 (discriminator $5)`);
    tool(
      'other-nm',
      `0000000000000000 b other\t${folder}/src/extra.c:1\n0000000000000000 b timer\t${folder}/src/extra.c:8`,
    );
  });

  test.each([
    ['a function', 'rust_init', 0x10, 'src/lib.rs:12 (rust_init+0x10)'],
    ['an address in a section', '.text', 0x160, 'src/lib.rs:12 (rust_init+0x10)'],
    ['a function of POWER, whose second entry is shown, too', 'rust_exit', 0x10, 'src/lib.rs:12 (rust_exit+0x10)'],
    ['data', '.bss', 8, 'src/extra.c:8 (timer+0x8)'],
  ])('names the line of %s', (_, name, offset, said) => {
    expect(place(name, offset)).toMatchObject({ status: 0, stdout: `${said}\n` });
  });

  test('takes the address in its section', () => {
    tool('other-addr2line', `${folder}/$2$3$6:12`);
    expect(place('rust_init', 0x10).stdout).toBe('-j.text0x160:12 (rust_init+0x10)\n');
  });

  test.each([
    ['the library', '/usr/lib/rustlib/src/rust/library/core/src/ptr/mod.rs:2182'],
    ['the layer to the kernel', 'FOLDER/kernel/alloc.rs:30'],
  ])('passes over a function of %s that was compiled into one of the module', (_, inner) => {
    tool(
      'other-addr2line',
      `${inner.replace('FOLDER', folder)}\n${folder}/src/lib.rs:13\n${folder}/kernel/module.rs:33`,
    );
    expect(place('rust_init', 0x10).stdout).toBe('src/lib.rs:13 (rust_init+0x10)\n');
  });

  test('names the line of the layer, or of other people’s code, if there is no other', () => {
    tool('other-addr2line', `/source/rust/kernel/workqueue.rs:827`);
    expect(place('rust_init', 0x10).stdout).toBe('/source/rust/kernel/workqueue.rs:827 (rust_init+0x10)\n');
  });

  test('names the function alone without debugging information', () => {
    tool('other-addr2line', '??:?\n??:0');
    expect(place('rust_init', 0x10).stdout).toBe('rust_init+0x10\n');
  });

  test.each([
    ['.text', 0x2000],
    ['.rodata', 0],
    ['printk', 0],
  ])('finds nothing where no symbol is: %s+%i', (name, offset) => {
    expect(place(name, offset)).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('without tools that can read it', () => {
  beforeEach(() => {
    writeFileSync(join(folder, 'bin', 'objdump'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  });

  test('names the function', () => {
    expect(place('rust_init', 28)).toMatchObject({ status: 0, stdout: 'rust_init+0x1c\n' });
  });

  test('names nothing in a section', () => {
    expect(place('.text', 28)).toMatchObject({ status: 1, stdout: '' });
  });
});
