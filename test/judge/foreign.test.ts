import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/model/facts.ts';
import { facts, host, tool, tree } from './facts.ts';
import { assess } from './judging.ts';

const headers = tree({
  dir: '/root/.cache/kernel-rust-module/foreign/arm64/6.1.0-56-arm64/usr/src/linux-headers-6.1.0-56-arm64',
  release: '6.1.0-56-arm64',
  config: { CONFIG_ARM64: 'y', CONFIG_X86_64: 'n' },
  compiler: 'gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0',
});

/** An amd64 machine with Debian 12 on which nothing has been set up for arm64. */
function bare(overrides: Partial<Facts> = {}): Facts {
  return facts({ ld: null, qemu: null, staticLibc: null, ...overrides });
}

/** The same with all that set-up brings. */
function ready(overrides: Partial<Facts> = {}): Facts {
  return bare({
    ld: tool('/usr/bin/aarch64-linux-gnu-ld', '2.40'),
    gccs: [tool('/usr/bin/gcc-12', '12.2.0'), tool('/usr/bin/aarch64-linux-gnu-gcc-12', '12.2.0')],
    qemu: tool('/usr/bin/qemu-system-aarch64', '7.2'),
    foreignBusybox: { ...tool('/c/foreign/arm64/busybox', ''), version: null, static: true },
    kernels: [tree(), headers],
    ...overrides,
  });
}

/** Findings that fail, but the one that hangs on what was loaded before the release. */
function failing(observed: Facts, name = 'arm64'): string[] {
  const { findings } = assess(observed, name);
  const goals = ['freestanding', 'boot'];
  return findings
    .filter((one) => one.goals.some((goal) => goals.includes(goal)) && one.id !== 'host.architecture')
    .filter(({ status }) => ['fail', 'crash', 'timeout'].includes(status))
    .map(({ found }) => found);
}

const remediesOf = (observed: Facts, id: string, name = 'arm64') =>
  assess(observed, name).findings.find((finding) => finding.id === id)?.remedies ?? [];

describe('for another architecture than the machine', () => {
  it('its own kernel tree and cross tools are missing, whatever there is for this machine', () => {
    expect(failing(bare())).toEqual([
      'there is no kernel tree of arm64 here',
      'aarch64-linux-gnu-gcc-12 is not installed',
      'aarch64-linux-gnu-ld is not installed',
      'qemu-system-aarch64 is not installed',
      'there is no busybox for arm64 here',
    ]);
  });

  it('packages bring the tools, and our own command headers and busybox', () => {
    const packages = (id: string) => remediesOf(bare(), id).flatMap((remedy) => remedy.packages);
    expect(packages('cc.compiler')).toEqual(['gcc-12-aarch64-linux-gnu']);
    expect(packages('binutils.ld')).toEqual(['binutils-aarch64-linux-gnu']);
    expect(packages('boot.qemu')).toEqual(['qemu-system-arm']);
    expect(packages('boot.libc')).toEqual(['gcc-aarch64-linux-gnu', 'libc6-dev-arm64-cross']);
    for (const id of ['kernel.tree', 'boot.busybox']) {
      expect(remediesOf(bare(), id)).toMatchObject([
        { commands: ['kernel-rust-module setup --arch arm64 --yes'], packages: [] },
      ]);
    }
  });

  it('our own command comes after the packages', () => {
    // What was loaded before the release is left out, since it would stand before all else.
    const { remedies } = assess(bare(), 'arm64', { leaveOut: new Set(['host.architecture']) }).verdicts.boot;
    const unpack = remedies.findIndex(({ commands }) => commands[0]?.startsWith('kernel-rust-module setup') ?? false);
    const install = remedies.findIndex(({ packages }) => packages.includes('qemu-system-arm'));
    expect(unpack).toBeGreaterThan(install);
    expect(install).not.toBe(-1);
  });

  it('nothing is missing with all of it, and the kernel in the cache is judged', () => {
    expect(failing(ready())).toEqual([]);
    const { target } = assess(ready(), 'arm64');
    expect(target).toMatchObject({ arch: 'arm64', crossCompile: 'aarch64-linux-gnu-' });
    expect(target.kernel?.dir).toBe(headers.dir);
    expect(target.chosen).toBe(`The newest kernel tree of arm64 here, ${headers.dir}.`);
  });

  it('a compiler without the prefix will not do', () => {
    expect(failing(ready({ gccs: [tool('/usr/bin/gcc-12', '12.2.0')] }))).toEqual([
      'aarch64-linux-gnu-gcc-12 is not installed',
    ]);
  });

  it('CROSS_COMPILE of the environment names the tools, which no package brings', () => {
    const environment = { CROSS_COMPILE: 'my-' };
    const observed = ready({ environment, ld: null });
    expect(failing(observed)).toEqual(['my-gcc-12 is not installed', 'my-ld is not installed']);
    expect(remediesOf(observed, 'cc.compiler').flatMap(({ commands }) => commands)).toEqual([]);
    expect(assess(observed, 'arm64').target.crossCompile).toBe('my-');
  });

  it("CROSS_COMPILE of the environment may name another architecture's tools, with which make would fail", () => {
    const gccs = [tool('/usr/bin/riscv64-linux-gnu-gcc-12', '12.2.0')];
    const environment = { CROSS_COMPILE: '/usr/bin/riscv64-linux-gnu-' };
    const observed = ready({ environment, gccs });
    expect(failing(observed)).toEqual(['CROSS_COMPILE names riscv64-linux-gnu-gcc, which compiles for riscv64']);
    expect(remediesOf(observed, 'cc.compiler')).toMatchObject([
      { commands: [], text: 'Set CROSS_COMPILE to aarch64-linux-gnu-, or not at all.' },
    ]);
    expect(failing(ready({ environment: { CROSS_COMPILE: 'aarch64-linux-gnu-' } }))).toEqual([]);
  });

  it('the machine needs a busybox of its own to pack with', () => {
    expect(failing(ready({ busybox: null }))).toEqual(['busybox is not installed']);
    expect(failing(ready({ busybox: null, foreignBusybox: null }))).toEqual([
      'busybox is not installed, and there is no busybox for arm64 here',
    ]);
  });

  it('a busybox that was not made for it is to be removed', () => {
    const foreignBusybox = { ...tool('/c/busybox', ''), outcome: 'not-runnable', static: true } as const;
    expect(failing(ready({ foreignBusybox }))).toEqual(['/c/busybox is no busybox for arm64 without shared libraries']);
    expect(remediesOf(ready({ foreignBusybox }), 'boot.busybox')).toMatchObject([{ text: 'Remove /c/busybox.' }]);
  });

  it("nothing is promised where set-up knows no way: another distribution's machine", () => {
    const distribution = { id: 'fedora', idLike: [], versionId: '43', name: 'Fedora' };
    const observed = bare({ host: host({ distribution }) });
    expect(remediesOf(observed, 'kernel.tree').flatMap(({ commands }) => commands)).toEqual([]);
    expect(assess(observed, 'arm64').verdicts.freestanding.status).toBe('blocked');
  });
});

describe("for i386, which an amd64 machine's own compiler builds for", () => {
  const pae = tree({
    dir: '/c/foreign/i386/6.1.0-50-686-pae/usr/src/linux-headers-6.1.0-50-686-pae',
    release: '6.1.0-50-686-pae',
    config: { CONFIG_X86_32: 'y', CONFIG_X86_64: 'n' },
    compiler: 'gcc-12 (Debian 12.2.0-14+deb12u1) 12.2.0',
  });
  const brought = {
    kernels: [tree(), pae],
    foreignBusybox: { ...tool('/c/foreign/i386/busybox', ''), version: null, static: true },
    qemu: tool('/usr/bin/qemu-system-i386', '7.2'),
  };

  it('headers and busybox are unpacked, and no cross tools asked for', () => {
    const observed = facts({ qemu: brought.qemu });
    expect(failing(observed, 'i386')).toEqual([
      'there is no kernel tree of i386 here',
      'there is no busybox for i386 here',
    ]);
    expect(assess(observed, 'i386').verdicts.freestanding.remedies).toMatchObject([
      { commands: ['kernel-rust-module setup --arch i386 --yes'] },
    ]);
  });

  it('nothing is missing with them', () => {
    expect(failing(facts(brought), 'i386')).toEqual([]);
    const { target } = assess(facts(brought), 'i386');
    expect(target).toMatchObject({ crossCompile: null, kernel: { dir: pae.dir } });
  });

  it('programs for the booted system take the cross compiler all the same', () => {
    const observed = facts({ ...brought, staticLibc: null });
    expect(remediesOf(observed, 'boot.libc', 'i386').flatMap(({ packages }) => packages)).toEqual([
      'gcc-i686-linux-gnu',
      'libc6-dev-i386-cross',
    ]);
  });
});

describe('firmware that QEMU needs besides', () => {
  const distribution = { id: 'debian', idLike: [], versionId: '', name: 'Debian GNU/Linux forky/sid' };
  const qemu = tool('/usr/bin/qemu-system-loongarch64', '11.1.3');
  const found = (packages: string[]) => failing(bare({ host: host({ distribution, packages }), qemu }), 'loongarch64');

  it('is missed where its package is not installed', () => {
    expect(found([])).toContain('qemu-efi-loongarch64 is not installed');
    expect(found(['qemu-efi-loongarch64'])).not.toContain('qemu-efi-loongarch64 is not installed');
  });

  it('comes with QEMU', () => {
    const observed = bare({ host: host({ distribution }) });
    expect(remediesOf(observed, 'boot.qemu', 'loongarch64').flatMap(({ packages }) => packages)).toEqual([
      'qemu-system-misc',
      'qemu-efi-loongarch64',
    ]);
  });
});

it("of the machine's own architecture no other tools are named", () => {
  const { target, findings } = assess(facts());
  expect(target.crossCompile).toBeNull();
  expect(findings.find(({ id }) => id === 'binutils.ld')?.found).toMatch(/^GNU ld/);
});
