import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import templates from 'virtual:templates';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Kind } from '../../src/knowledge/module/kinds.ts';
import type { Answers } from '../../src/scaffold/answers.ts';
import { toModel } from '../../src/scaffold/model.ts';
import { render } from '../../src/scaffold/render.ts';
import { temporaryFolder } from '../write/folders.ts';

// How boot.sh makes a machine and what it makes of its end. The log is boot-verdict.sh's (test/boot), and real machines are the lab's.

/** Stands in for QEMU: keeps its arguments and what it was given to boot, and has the log that the test wrote. */
const qemu = `
echo "$@" >"$PRETEND/arguments"
while [ $# -gt 0 ]; do
	case $1 in -initrd) image=$2 ;; -serial) log=\${2#file:} ;; esac
	shift
done
mkdir -p "$PRETEND/machine"
tar -xf "$image" -C "$PRETEND/machine"
. "$PRETEND/machine/settings"
echo boot >>"$PRETEND/boots"
sed "s/MARK/$mark/g; s/TOKEN/\${mark#boot-}/g" "$PRETEND/log$(grep -c . "$PRETEND/boots")" >"$log" 2>/dev/null ||
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

/** The lines of a serial port. */
const serial = (lines: string[]) => lines.map((line, i) => `[    ${i}.000000] ${line}\r\n`).join('');

/** Boots it in a machine that logs these lines, MARK and TOKEN being this boot's. */
function boot(log: string[], failing = '', further: NodeJS.ProcessEnv = {}): Boot {
  write('log', serial(log));
  return spawnSync('sh', ['scripts/boot.sh', 'sample.ko'], {
    cwd: inside('module'),
    encoding: 'utf8',
    env: {
      ...{ PATH: `${inside('bin')}:/usr/bin:/bin`, PRETEND: folder, BOOT_KERNEL: inside('kernel'), BOOT_TIMEOUT: '40' },
      ...{ READELF: 'true', CC: 'pretend-cc', FAILING: failing, ...further },
    },
  });
}

const loading = [
  'Linux version 6.1.0',
  'MARK: Linux 6.1.0',
  'MARK: loading',
  'sample: hello, token TOKEN',
  'MARK: loaded',
];
const unloading = ['MARK: unloading', 'sample: goodbye, token TOKEN', 'MARK: unloaded'];
const again = ['MARK: loading', 'MARK: loaded', 'MARK: unloading', 'MARK: unloaded'];
const end = ['MARK: finished', 'MARK: tainted 0 12288', 'reboot: Power down'];
const whole = [...loading, ...unloading, ...again, ...end];

describe('a module that is loaded and unloaded', () => {
  beforeEach(() => scaffold('hello'));

  test('is said to be, with its lines', () => {
    const { status, stdout } = boot(whole);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^\[ +3\.0+\] sample: hello, token [0-9a-f]{16}$/),
      expect.stringMatching(/^\[ +6\.0+\] sample: goodbye, token [0-9a-f]{16}$/),
      'sample: boot OK: loaded and unloaded in Linux 6.1.0',
      '',
    ]);
    expect(status).toBe(0);
  });

  test('fails with what the log shows', () => {
    const { status, stderr } = boot([...loading, 'BUG: unable to handle page fault for address: 10']);
    expect(stderr).toContain(
      'sample: boot FAILED: BUG: unable to handle page fault for address: 10, after insmod; boot.log has all of it\n',
    );
    expect(status).toBe(1);
  });

  test('fails with the log of another boot', () => {
    const { status, stderr } = boot(whole.map((line) => line.replace('MARK', 'boot-0123456789abcdef')));
    expect(stderr).toContain('sample: boot FAILED: the virtual machine failed twice before the module was loaded');
    expect(status).toBe(1);
  });

  test('is tried once more after a panic of the machine', () => {
    write('log1', serial(["Kernel panic - not syncing: IO-APIC + timer doesn't work!"]));
    const { status, stdout, stderr } = boot(whole);
    expect(stderr).toMatch(
      /the virtual machine failed before the module was loaded: Kernel panic - not syncing: IO-APIC .*\n.*trying once more/,
    );
    expect(stdout).toContain('sample: boot OK');
    expect(status).toBe(0);
  });

  test('fails after two panics of the machine, which are not called the module’s', () => {
    const { status, stderr } = boot(['Kernel panic - not syncing: VFS: Unable to mount root fs']);
    expect(readFileSync(inside('boots'), 'utf8')).toBe('boot\nboot\n');
    expect(stderr).toContain(
      'sample: boot FAILED: the virtual machine failed twice before the module was loaded; see boot.log\n',
    );
    expect(status).toBe(1);
  });

  test('its machine has no exercise, and its token as the only parameter', () => {
    boot(whole);
    expect(readFileSync(inside('machine', 'parameters'), 'utf8')).toMatch(/^ token=[0-9a-f]{16}\n$/);
    expect(existsSync(inside('machine', 'exercise.sh'))).toBe(false);
    expect(readFileSync(inside('machine', 'init'), 'utf8')).toMatch(/^#!\/bin\/busybox sh\n/);
  });
});

describe('a module that is exercised', () => {
  const exercise = ['MARK: exercising', 'MARK: exercise: bytes come back', 'sample: closed: 5 bytes written, 5 read'];
  beforeEach(() => scaffold('misc-device'));

  test('is said to be, with what the exercise said', () => {
    const { status, stdout } = boot([...loading, ...exercise, ...unloading, ...again, ...end]);
    expect(stdout).toMatch(/^\[ +6\.0+\] exercise: bytes come back\n\[ +7\.0+\] sample: closed: 5 bytes/m);
    expect(stdout).toMatch(/\nsample: boot OK: loaded, exercised and unloaded in Linux 6\.1\.0\n$/);
    expect(status).toBe(0);
  });

  test('its machine has the exercise and the program, and what boot.conf names', () => {
    write('module/scripts/boot.conf', "parameters='count=3 loud=1'\ndevices='-device edu'\nprogram=user/test.c\n");
    expect(boot(whole).status).toBe(0);
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

  test('a module without the token has no parameter', () => {
    pretendBuilt(elf(64, 'little', 62), '');
    rmSync(inside('module', 'scripts', 'boot.conf'));
    expect(boot(whole).status).toBe(0);
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
    const { status, stdout } = boot(whole, '', foreign());
    const said = readFileSync(inside('arguments'), 'utf8');
    expect(said).toMatch(machine);
    expect(said).toContain(program.endsWith('mips64el') ? ' -smp 1 ' : ' -smp 2 ');
    expect(said.includes('no_timer_check')).toBe(program.endsWith('i386'));
    expect(stdout).toContain('sample: boot OK: loaded and unloaded in Linux 6.1.0\n');
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
