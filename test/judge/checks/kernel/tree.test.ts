import { describe, expect, it } from 'vitest';
import { kernelTree } from '../../../../src/judge/checks/kernel/tree.ts';
import type { TreeState } from '../../../../src/model/facts.ts';
import { facts, host, tree } from '../../facts.ts';
import { commands, judge } from '../../judging.ts';

describe('a tree of no use', () => {
  it.each<[TreeState, string]>([
    ['missing', 'there is nothing at /k'],
    ['not-a-folder', '/k is not a folder'],
    ['unreadable', '/k cannot be read by this user'],
    ['not-a-tree', '/k is no kernel tree'],
    ['unprepared', '/k is only a part of a kernel tree: it was not prepared'],
  ])('that is %s is refused with what a person can do', (state, found) => {
    const named = tree({ dir: '/k', origin: 'named', state, release: null, config: {} });
    const finding = judge(kernelTree, facts({ kernels: [named] }));
    expect(finding).toMatchObject({ status: 'fail', found, goals: ['freestanding', 'rust-for-linux', 'boot'] });
    expect(commands(finding)).toEqual([]);
    expect(finding.remedies).toHaveLength(1);
  });

  it('that is a source still to be prepared is refused with the way to prepare it', () => {
    const named = tree({
      dir: '/k',
      origin: 'named',
      state: 'unprepared',
      release: null,
      version: '7.3.4',
      config: {},
    });
    const { found, remedies } = judge(kernelTree, facts({ kernels: [named] }));
    expect(found).toBe('/k is kernel source that is not configured and prepared');
    expect(remedies[0]?.text).toContain('"make modules_prepare"');
  });

  it('that is a source configured without modules is refused for that, since preparing it would not help', () => {
    const config = { CONFIG_MODULES: '', CONFIG_64BIT: 'y' };
    const named = tree({ dir: '/k', origin: 'named', state: 'unprepared', version: '7.3.4', config });
    const { found } = judge(kernelTree, facts({ kernels: [named] }));
    expect(found).toBe('the kernel source in /k is configured without CONFIG_MODULES');
  });

  it.each(['unprepared', 'not-a-tree'] as const)(
    'that is %s for want of another package names what it leads to',
    (state) => {
      const common = '/usr/src/linux-headers-6.1.0-56-common/Makefile';
      const named = tree({ dir: '/k', origin: 'named', state, release: null, config: {}, dangling: [common] });
      const { found, remedies } = judge(kernelTree, facts({ kernels: [named] }));
      expect(found).toBe(`/k is only a part of a kernel tree: ${common}, which it leads to, is not there`);
      expect(remedies[0]?.text).toContain('Reinstall the package');
    },
  );

  it('because it is for another architecture is refused when it is named', () => {
    const named = tree({ dir: '/k', origin: 'named', config: { CONFIG_X86_64: 'n', CONFIG_ARM64: 'y' } });
    expect(judge(kernelTree, facts({ kernels: [named] }))).toMatchObject({
      status: 'fail',
      found: 'the kernel tree /k is not configured for x86_64',
    });
  });
});

describe('a tree of a kind that freestanding modules are not made for', () => {
  const riscv = { CONFIG_X86_64: 'n', CONFIG_RISCV: 'y', CONFIG_64BIT: 'y', CONFIG_RISCV_ISA_C: 'y' };
  const judgeWith = (config: Record<string, string>) =>
    judge(kernelTree, facts({ kernels: [tree({ release: '6.12.1-riscv64', config })] }), 'riscv64');

  it('fails for them alone, and names what is in the way', () => {
    expect(judgeWith({ ...riscv, CONFIG_RISCV_ISA_C: 'n', CONFIG_SHADOW_CALL_STACK: 'y' })).toMatchObject({
      status: 'fail',
      goals: ['freestanding'],
      found:
        'the kernel 6.12.1-riscv64 is of a kind that freestanding modules for riscv64 are not made for: no compressed instructions and CONFIG_SHADOW_CALL_STACK',
      needed: 'a kernel with CONFIG_RISCV_ISA_C on and CONFIG_SHADOW_CALL_STACK off',
    });
  });

  it('is not what distributions configure', () => {
    expect(judgeWith(riscv).status).toBe('ok');
  });
});

it.each(['/home/user/my kernel', '/srv/a:b'])('%s fails, since Kbuild cannot build there', (dir) => {
  expect(judge(kernelTree, facts({ kernels: [tree({ dir, origin: 'named' })] }))).toMatchObject({
    status: 'fail',
    found: `the path ${dir} of the kernel tree has a space or a colon in it`,
  });
});

it('passes with headers and says where they are', () => {
  expect(judge(kernelTree, facts())).toMatchObject({
    status: 'ok',
    found: 'headers of 6.1.0-56-amd64 in /lib/modules/6.1.0-56-amd64/build',
  });
});

describe('headers that were merely unpacked', () => {
  const unpacked = tree({
    dir: '/tmp/new/usr/src/linux-headers-6.1.0-56-amd64',
    origin: 'named',
    unpackedIn: '/tmp/new',
  });

  it('pass where make finds everything, and say so', () => {
    expect(judge(kernelTree, facts({ kernels: [unpacked] }))).toMatchObject({
      status: 'ok',
      found: 'headers of 6.1.0-56-amd64 in /tmp/new/usr/src/linux-headers-6.1.0-56-amd64, merely unpacked in /tmp/new',
    });
  });

  it('fail where they name paths that make would look for on this machine', () => {
    const outside = ['/usr/src/linux-headers-6.1.0-56-common/Makefile', '/usr/lib/linux-kbuild-6.1/scripts'];
    const finding = judge(kernelTree, facts({ kernels: [{ ...unpacked, outside }] }));
    expect(finding.status).toBe('fail');
    expect(finding.found).toContain(`not on this machine: ${outside[0]} and ${outside[1]}`);
    expect(finding.detail).toContain('with /tmp/new in the place of /');
    expect(commands(finding)).toEqual([]);
  });
});

it("offers the distribution's headers where there is no tree", () => {
  const finding = judge(kernelTree, facts({ kernels: [] }));
  expect(finding.status).toBe('fail');
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['linux-headers-amd64']);
});

it('has no commands to offer where the distribution is not known', () => {
  expect(commands(judge(kernelTree, facts({ kernels: [], host: host({ distribution: null }) })))).toEqual([]);
});

it('warns of a tree whose files are of two kernels', () => {
  const finding = judge(kernelTree, facts({ kernels: [tree({ otherRelease: '6.12.107' })] }));
  expect(finding).toMatchObject({ status: 'warn', found: expect.stringContaining('other files are of 6.12.107') });
});
