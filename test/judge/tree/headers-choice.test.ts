import { describe, expect, it } from 'vitest';
import { hostKernel } from '../../../src/judge/checks/host/kernel.ts';
import { kernelTree } from '../../../src/judge/checks/kernel/tree.ts';
import type { AbsentKernelFact } from '../../../src/model/facts.ts';
import { renderWhatToDo } from '../../../src/report/plain/what-to-do.ts';
import { facts, host, tree } from '../facts.ts';
import { assess, commands, judge } from '../judging.ts';

const usual = { 'linux-headers-amd64': '6.1.0-56-amd64' };

/** Debian 12 without kernel headers, where a kernel of that release runs. */
const running = (release: string, headers: AbsentKernelFact['headers'] = usual) =>
  facts({
    kernels: [],
    host: host({ kernelRelease: release }),
    absent: { release, origin: 'running', image: null, headers },
  });

/** The same, where a kernel of that release was named. */
const named = (release: string, headers: AbsentKernelFact['headers'] = usual) =>
  facts({
    kernels: [
      tree({ dir: `/lib/modules/${release}/build`, origin: 'named', state: 'missing', release: null, config: {} }),
    ],
    absent: { release, origin: 'named', image: null, headers },
  });

const texts = (release: string, headers?: AbsentKernelFact['headers']) =>
  judge(kernelTree, running(release, headers)).remedies.map(({ text }) => text);

describe('a running kernel without headers', () => {
  it('gets its own package where apt has it, and is the kernel that is judged', () => {
    const own = 'linux-headers-6.1.0-50-cloud-amd64';
    const observed = running('6.1.0-50-cloud-amd64', { ...usual, [own]: '6.1.0-50-cloud-amd64' });
    const report = assess(observed);
    expect(report.verdicts.freestanding.status).toBe('fixable');
    expect(commands(judge(kernelTree, observed)).at(-1)).toMatch(new RegExp(` ${own}$`));
    expect(report.target.kernel).toMatchObject({ release: '6.1.0-50-cloud-amd64', state: 'expected' });
    expect(report.target.chosen).toBe(
      `The running kernel 6.1.0-50-cloud-amd64, whose headers ${own} would bring, since no kernel tree is installed.`,
    );
  });

  it.each([
    ['6.8.12-2-pve', 'Proxmox VE', 'proxmox-headers-6.8.12-2-pve'],
    ['6.12.47+rpt-rpi-v8', 'Raspberry Pi OS', 'linux-headers-6.12.47+rpt-rpi-v8'],
    ['6.1.21-v8+', 'Raspberry Pi OS', 'raspberrypi-kernel-headers'],
    ['6.12.43-current-rockchip64', 'Armbian', 'linux-headers-current-rockchip64'],
    ['6.17.1-x64v3-xanmod1', 'XanMod', 'linux-headers-6.17.1-x64v3-xanmod1'],
    ['6.17.1-1-liquorix-amd64', 'Liquorix', 'linux-headers-6.17.1-1-liquorix-amd64'],
    ['6.17.1-zabbly+', 'Zabbly', 'linux-headers-6.17.1-zabbly+'],
    ['6.6.87.2-microsoft-standard-WSL2', 'Microsoft', 'make modules_prepare'],
    ['6.10.14-linuxkit', 'Docker Desktop', 'No package has its headers'],
  ])('of release %s is told to be built by %s, with its package or what to do without', (release, vendor, what) => {
    const [own = '', instead] = texts(release);
    expect(own).toContain(`The running kernel ${release} is built by ${vendor}`);
    expect(own).toContain(what);
    expect(own).toContain('What linux-headers-amd64 brings instead is the tree of another kernel, 6.1.0-56-amd64:');
    expect(instead).toBe("Install linux-headers-amd64 from the distribution's archive.");
    expect(assess(running(release)).target.chosen).toContain(`another kernel than the running one, ${release}.`);
  });

  it("of the distribution's own that left the archive is told so, and its variant is kept", () => {
    const headers = { ...usual, 'linux-headers-cloud-amd64': '6.1.0-56-cloud-amd64' };
    const [own = '', instead] = texts('6.1.0-10-cloud-amd64', headers);
    expect(own).toContain("linux-headers-6.1.0-10-cloud-amd64, which apt's lists on this machine do not have.");
    expect(own).toContain('upgrade the kernel and restart');
    expect(own).toContain('the tree of another kernel, 6.1.0-56-cloud-amd64:');
    expect(instead).toContain('Install linux-headers-cloud-amd64');
  });

  it("gets the vendor's newest headers where apt has those, before the distribution's", () => {
    const headers = { ...usual, 'linux-headers-rpi-v8': '6.12.62+rpt-rpi-v8' };
    const observed = running('6.12.47+rpt-rpi-v8', headers);
    expect(commands(judge(kernelTree, observed)).at(-1)).toMatch(/ linux-headers-rpi-v8$/);
    expect(assess(observed).target.kernel?.release).toBe('6.12.62+rpt-rpi-v8');
  });

  it('is promised nothing where apt was not asked', () => {
    expect(texts('6.8.12-2-pve', null)[0]).toContain('pve-headers-6.8.12-2-pve, if the archive has it.');
  });

  it('gets no command for a release that is no release', () => {
    const odd = '6.1; reboot';
    expect(JSON.stringify(judge(kernelTree, running(odd)).remedies.flatMap((one) => one.commands))).not.toContain(
      'reboot',
    );
  });

  it('is only warned of where another tree is installed, with the package that apt has for it', () => {
    const own = 'linux-headers-6.1.0-50-amd64';
    const observed = { ...running('6.1.0-50-amd64', { ...usual, [own]: '6.1.0-50-amd64' }), kernels: [tree()] };
    const finding = judge(hostKernel, observed);
    expect(finding).toMatchObject({ status: 'warn', remedies: [{ packages: [own] }] });
    expect(judge(hostKernel, { ...running('6.18.44', null), kernels: [tree()] }).remedies).toEqual([]);
  });
});

describe('a kernel that was named and is not here', () => {
  it('is fixable where apt has its headers', () => {
    const own = 'linux-headers-6.1.0-53-amd64';
    const report = assess(named('6.1.0-53-amd64', { ...usual, [own]: '6.1.0-53-amd64' }));
    expect(report.verdicts.freestanding).toMatchObject({ status: 'fixable', because: ['kernel.tree'] });
    expect(report.verdicts.freestanding.remedies[0]?.packages).toEqual([own]);
    const words = renderWhatToDo([report], { paint: (_, text) => text, width: 100 }).join('\n');
    expect(words).toContain('      kernel-rust-module setup --kernel 6.1.0-53-amd64\n');
    expect(report.target).toMatchObject({
      named: '6.1.0-53-amd64',
      kernel: { release: '6.1.0-53-amd64', state: 'expected' },
      chosen: `The kernel that was named, 6.1.0-53-amd64, whose headers ${own} would bring.`,
    });
  });

  it('is unproven where apt was too slow to say', () => {
    const command = { argv: ['/usr/bin/apt-cache', 'depends'], exitCode: null, milliseconds: 5000, timedOut: true };
    const report = assess({ ...named('6.1.0-53-amd64', null), commands: [command] });
    expect(report.verdicts.freestanding).toMatchObject({ status: 'unproven', unproven: ['kernel.tree'] });
    expect(report.verdicts.freestanding.remedies[0]?.text).toContain('give tools more time');
  });

  it.each([usual, null])('is blocked where apt says %j, and nothing else is judged in its place', (headers) => {
    const report = assess(named('6.8.12-2-pve', headers));
    expect(report.verdicts.freestanding).toMatchObject({ status: 'blocked', because: ['kernel.tree'] });
    expect(report.target.kernel).toMatchObject({ release: '6.8.12-2-pve', state: 'missing' });
    expect(report.findings.find(({ id }) => id === 'kernel.tree')).toMatchObject({
      found: 'there is no tree of the kernel 6.8.12-2-pve: nothing is at /lib/modules/6.8.12-2-pve/build',
      remedies: [{ commands: [], text: expect.stringContaining('Proxmox VE') }],
    });
  });
});
