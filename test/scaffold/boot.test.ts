import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import templates from 'virtual:templates';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Kind } from '../../src/knowledge/kinds.ts';
import type { Answers } from '../../src/scaffold/answers.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';
import { temporaryFolder } from '../writer/folders.ts';

// What boot.sh makes of a machine's log. Real machines, and what runs in them, are the lab's.

/** Stands in for QEMU: keeps its arguments and what it was given to boot, and has the log that the test wrote. */
const qemu = `
echo "$@" >"$PRETEND/arguments"
while [ $# -gt 0 ]; do
	case $1 in -initrd) image=$2 ;; -serial) log=\${2#file:} ;; esac
	shift
done
mkdir "$PRETEND/machine"
tar -xf "$image" -C "$PRETEND/machine"
. "$PRETEND/machine/settings"
sed "s/MARK/$mark/g; s/TOKEN/\${mark#boot-}/g" "$PRETEND/log" >"$log"
`;

/** Compiles by copying, and fails at what the test names: a program read from stdin, or one of a file. */
const compiler = `
for word; do
	[ "\${before-}" != -o ] || made=$word
	before=$word
done
case $before in
"$FAILING") echo "ld: cannot find -lc" >&2; exit 1 ;;
-) cat >"$made" ;;
*) cp "$before" "$made" ;;
esac
`;

let folder: string;
const inside = (...path: string[]) => join(folder, ...path);

beforeEach(() => {
  folder = temporaryFolder();
  write('bin/qemu-system-x86_64', qemu);
  write('bin/busybox', 'tar -cf - .');
  write('bin/pretend-cc', compiler);
  // A second of boot.sh's patience.
  write('bin/sleep', 'exec /bin/sleep 0.05');
  write('kernel', '');
});

/** A file; what is in `bin/` is a script. */
function write(path: string, text: string): void {
  mkdirSync(dirname(inside(path)), { recursive: true });
  writeFileSync(inside(path), path.startsWith('bin/') ? `#!/bin/sh\n${text}` : text, {
    mode: 0o755,
  });
}

/** The beginning of an ELF file. `machine` is its e_machine (include/uapi/linux/elf-em.h). */
function elf(bits: 32 | 64, endian: 'little' | 'big', machine: number): string {
  const header = Buffer.alloc(20);
  header.write('\x7fELF', 'latin1');
  header[4] = bits / 32;
  header[5] = endian === 'little' ? 1 : 2;
  if (endian === 'little') header.writeUInt16LE(machine, 18);
  else header.writeUInt16BE(machine, 18);
  return header.toString('latin1');
}

/** Pretends that the scaffolded module was built for Linux 6.1.0. */
function pretendBuilt(header = elf(64, 'little', 62), modinfo = 'parmtype=token:charp\0'): void {
  writeFileSync(inside('module', 'sample.ko'), `${header}\0vermagic=6.1.0 SMP preempt \0${modinfo}`, 'latin1');
}

/** Scaffolds a module called sample, and pretends that it was built. */
function scaffold(kind: Kind): void {
  const answers: Answers = {
    ...{ name: 'sample', description: 'x', author: 'y', licence: 'GPL-2.0' },
    ...{ flavour: 'freestanding', kind, withC: false },
  };
  for (const [path, text] of render(toModel(answers, { version: '1', kernelRelease: null }), answers, templates)) {
    write(`module/${path}`, text);
  }
  pretendBuilt();
}

interface Boot {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Boots it in a machine that logs these lines, MARK and TOKEN being this boot's. */
function boot(log: string[], failing = '', further: NodeJS.ProcessEnv = {}): Boot {
  write('log', log.map((line, i) => `[    ${i}.000000] ${line}\r\n`).join(''));
  return spawnSync('sh', ['scripts/boot.sh', 'sample.ko'], {
    cwd: inside('module'),
    encoding: 'utf8',
    env: {
      ...{ PATH: `${inside('bin')}:/usr/bin:/bin`, PRETEND: folder, BOOT_KERNEL: inside('kernel'), BOOT_TIMEOUT: '40' },
      ...{ READELF: 'true', CC: 'pretend-cc', FAILING: failing, ...further },
    },
  });
}

const loading = ['Linux version 6.1.0', 'MARK: loading', 'sample: hello, token TOKEN', 'MARK: loaded'];
const unloading = ['MARK: unloading', 'sample: goodbye, token TOKEN', 'MARK: unloaded', 'reboot: Power down'];

describe('a module that is loaded and unloaded', () => {
  beforeEach(() => scaffold('hello'));

  test('is said to be, with its lines', () => {
    const { status, stdout } = boot([...loading, ...unloading]);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^\[ +2\.0+\] sample: hello, token [0-9a-f]{16}$/),
      expect.stringMatching(/^\[ +5\.0+\] sample: goodbye, token [0-9a-f]{16}$/),
      'sample: boot OK: loaded and unloaded in Linux 6.1.0',
      '',
    ]);
    expect(status).toBe(0);
  });

  test.each([
    [
      'no line of its own as it went',
      [...loading, ...unloading.filter((line) => !line.includes('goodbye'))],
      'the module logged no line of its own with the token of this boot while it was unloaded; see boot.log',
    ],
    [
      'only a line of its own with another token',
      [...loading.map((line) => line.replace('TOKEN', 'cafe')), ...unloading],
      'the module logged no line of its own with the token of this boot while it was loaded; see boot.log',
    ],
    [
      'the marks of another boot',
      [...loading, ...unloading].map((line) => line.replace('MARK', 'boot-0123456789abcdef')),
      'the kernel did not come as far as loading the module; see boot.log',
    ],
    [
      'an end while it was loaded',
      loading.slice(0, -1),
      'the kernel stopped before the module was loaded; see boot.log',
    ],
    [
      'an end while it was unloaded',
      [...loading, 'MARK: unloading'],
      'the kernel stopped before the module was unloaded; see boot.log',
    ],
    [
      'a refusal of insmod',
      [...loading.slice(0, 2), "MARK: FAILED: insmod failed: insmod: can't insert '/sample.ko': Invalid argument"],
      "insmod failed: insmod: can't insert '/sample.ko': Invalid argument",
    ],
    [
      'trouble of the kernel, which comes before all else',
      [...loading, 'BUG: unable to handle page fault', 'MARK: FAILED: rmmod failed'],
      'the kernel reported: [    4.000000] BUG: unable to handle page fault; boot.log has all of it',
    ],
  ])('fails with %s', (_, log, reason) => {
    const { status, stderr } = boot(log);
    expect(stderr).toContain(`sample: boot FAILED: ${reason}\n`);
    expect(status).toBe(1);
  });

  test('its machine has no exercise, and its token as the only parameter', () => {
    boot([...loading, ...unloading]);
    expect(readFileSync(inside('machine', 'parameters'), 'utf8')).toMatch(/^ token=[0-9a-f]{16}\n$/);
    expect(existsSync(inside('machine', 'exercise.sh'))).toBe(false);
    expect(readFileSync(inside('machine', 'init'), 'utf8')).toMatch(/^#!\/bin\/busybox sh\n/);
  });
});

describe('a module that is exercised', () => {
  const exercise = ['MARK: exercise: bytes come back', 'sample: closed: 5 bytes written, 5 read'];
  beforeEach(() => scaffold('misc-device'));

  test('is said to be, with what the exercise said', () => {
    const { status, stdout } = boot([...loading, ...exercise, ...unloading]);
    expect(stdout).toMatch(/^\[ +4\.0+\] exercise: bytes come back\n\[ +5\.0+\] sample: closed: 5 bytes/m);
    expect(stdout).toMatch(/\nsample: boot OK: loaded, exercised and unloaded in Linux 6\.1\.0\n$/);
    expect(status).toBe(0);
  });

  test('may speak of a device, and not before the exercise', () => {
    const { stdout } = boot([
      ...['MARK: loading', 'MARK: loaded', ...exercise.slice(0, 1), 'sample 0000:00:04.0: bound, token TOKEN'],
      ...['MARK: unloading', 'sample 0000:00:04.0: gone, token TOKEN', 'MARK: unloaded'],
    ]);
    expect(stdout).toMatch(/\] sample 0000:00:04\.0: bound, token/);
    expect(stdout).toContain('sample: boot OK: loaded, exercised and unloaded');
  });

  test.each([
    ['what the exercise found wrong', ['MARK: FAILED: the byte is 7, and not 8'], 'the byte is 7, and not 8'],
    [
      'the first of two things wrong',
      ['MARK: FAILED: the byte is 7', 'MARK: FAILED: scripts/exercise.sh ended with exit status 1'],
      'the byte is 7',
    ],
    ['an end amid the exercise', [], 'the kernel stopped while the module was exercised; see boot.log'],
  ])('fails with %s', (_, end, reason) => {
    const { status, stderr } = boot([...loading, ...exercise, ...end]);
    expect(stderr).toContain(`sample: boot FAILED: ${reason}\n`);
    expect(status).toBe(1);
  });

  test('an exercise cannot pass for the module, nor for the end of it', () => {
    const said = ['loaded', 'unloading', 'sample: goodbye, token TOKEN', 'unloaded'];
    const { status, stderr } = boot([...loading, ...said.map((text) => `MARK: exercise: ${text}`)]);
    expect(stderr).toContain('boot FAILED: the kernel stopped while the module was exercised');
    expect(status).toBe(1);
  });

  test('its machine has the exercise and the program, and what boot.conf names', () => {
    write('module/scripts/boot.conf', "parameters='count=3 loud=1'\ndevices='-device edu'\nprogram=user/test.c\n");
    expect(boot([...loading, ...unloading]).status).toBe(0);
    expect(readFileSync(inside('machine', 'parameters'), 'utf8')).toMatch(/^count=3 loud=1 token=[0-9a-f]{16}\n$/);
    expect(readFileSync(inside('arguments'), 'utf8')).toMatch(/ -device edu\n$/);
    for (const [there, made] of [
      ['bin/user-test', 'user/test.c'],
      ['exercise.sh', 'scripts/exercise.sh'],
    ] as const) {
      expect(readFileSync(inside('machine', there), 'utf8')).toBe(readFileSync(inside('module', made), 'utf8'));
    }
  });

  test.each([
    ['-', /pretend-cc cannot build a program without shared libraries.* \(Debian: libc6-dev.*cannot find -lc\n/],
    ['user/test.c', /cannot find -lc\nsample: boot FAILED: user\/test\.c could not be compiled/],
  ])('does not boot where %s cannot be compiled, and says what is missing', (failing, reason) => {
    const { status, stderr } = boot([], failing);
    expect(stderr).toMatch(reason);
    expect(status).toBe(1);
    expect(existsSync(inside('machine'))).toBe(false);
  });

  test('a module without the token needs lines of its own all the same', () => {
    pretendBuilt(elf(64, 'little', 62), '');
    rmSync(inside('module', 'scripts', 'boot.conf'));
    const { stderr } = boot([...loading, ...unloading.filter((line) => !line.includes('goodbye'))]);
    expect(stderr).toContain('boot FAILED: the module logged no line of its own while it was unloaded');
    expect(readFileSync(inside('machine', 'parameters'), 'utf8')).toBe('\n');
  });
});

describe('a module for another architecture', () => {
  beforeEach(() => {
    scaffold('misc-device');
    write('bin/uname', 'echo x86_64');
    write('bin/other-gcc', compiler);
  });

  const foreign = () => ({ BUSYBOX: inside('bin', 'busybox'), CROSS_COMPILE: 'other-' });

  test.each([
    ['i386', 'qemu-system-i386', elf(32, 'little', 3), /^-cpu max .*console=ttyS0 /],
    ['arm64', 'qemu-system-aarch64', elf(64, 'little', 183), /^-machine virt -cpu max,.*console=ttyAMA0 /],
    [
      'armhf',
      'qemu-system-arm',
      elf(32, 'little', 40),
      /^-machine virt,highmem=off -cpu cortex-a15 .*console=ttyAMA0 /,
    ],
    ['ppc64el', 'qemu-system-ppc64', elf(64, 'little', 21), /^-machine pseries -cpu POWER9 .*console=hvc0 /],
    ['riscv64', 'qemu-system-riscv64', elf(64, 'little', 243), /^-machine virt .*console=ttyS0 /],
    ['s390x', 'qemu-system-s390x', elf(64, 'big', 22), /^-cpu max .*console=ttysclp0 /],
    ['mips64el', 'qemu-system-mips64el', elf(64, 'little', 8), /^-machine malta -cpu 5KEc .*console=ttyS0 /],
    ['loong64', 'qemu-system-loongarch64', elf(64, 'little', 258), /^-machine virt -cpu la464 -bios .*console=ttyS0 /],
  ])('is booted in a machine of its own: %s', (_, program, header, machine) => {
    write(`bin/${program}`, qemu);
    pretendBuilt(header);
    const { status, stdout } = boot([...loading, ...unloading], '', foreign());
    expect(readFileSync(inside('arguments'), 'utf8')).toMatch(machine);
    expect(stdout).toContain('sample: boot OK: loaded, exercised and unloaded in Linux 6.1.0\n');
    expect(status).toBe(0);
  });

  test.each([
    ['big-endian ARM64', elf(64, 'big', 183), 'ELF: 64 big 183'],
    ['SPARC', elf(64, 'big', 43), 'ELF: 64 big 43'],
  ])('is refused where there is no machine for it: %s', (_, header, named) => {
    pretendBuilt(header);
    const { status, stderr } = boot([], '', foreign());
    expect(stderr).toBe(
      `sample: boot FAILED: sample.ko is for an architecture (${named}) that boot.sh has no virtual machine for\n`,
    );
    expect(status).toBe(1);
  });

  test.each([
    'Kernel bug detected[#1]:',
    'kernel BUG at kernel/shim.c:71!',
    'Internal error: Oops - BUG: 0 [#1] SMP ARM',
    'Oops - BUG[#1]:',
    'Oops[#1]:',
    'CPU 0 Unable to handle kernel paging request at virtual address 0000000000000000, era == 0, ra == 0',
  ])('fails with what its kernel says of a bug: %s', (line) => {
    write('bin/qemu-system-mips64el', qemu);
    pretendBuilt(elf(64, 'little', 8));
    const { status, stderr } = boot([...loading.slice(0, 2), line], '', foreign());
    expect(stderr).toContain(
      `sample: boot FAILED: the kernel reported: [    2.000000] ${line}; boot.log has all of it`,
    );
    expect(status).toBe(1);
  });

  test('has its program compiled by its own compiler', () => {
    write('bin/qemu-system-s390x', qemu);
    pretendBuilt(elf(64, 'big', 22));
    const { status, stderr } = boot([], '-', foreign());
    expect(stderr).toMatch(/other-gcc cannot build a program without shared libraries.*Debian: libc6-dev-s390x-cross/);
    expect(status).toBe(1);
  });

  test('says which program of QEMU is missing', () => {
    pretendBuilt(elf(64, 'little', 258));
    const { status, stderr } = boot([], '', foreign());
    expect(stderr).toContain(
      'qemu-system-loongarch64 was not found; install it (Debian: qemu-system-misc and qemu-efi-loongarch64)',
    );
    expect(status).toBe(1);
  });
});
