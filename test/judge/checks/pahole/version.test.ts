import { describe, expect, it } from 'vitest';
import { paholeVersion } from '../../../../src/judge/checks/pahole/version.ts';
import { facts, host, kernelFacts, source, tool, tree } from '../../facts.ts';
import { judge, judgeForKernel } from '../../judging.ts';

const btf = { CONFIG_DEBUG_INFO_BTF_MODULES: 'y', CONFIG_PAHOLE_VERSION: '130' };
const withBtf = (overrides = {}) => [
  tree({ release: '6.12.107+deb13-amd64', vmlinux: true, config: btf, compiler: 'gcc-12', ...overrides }),
];

it.each([
  ['a tree without vmlinux', withBtf({ vmlinux: false })],
  ['a configuration without BTF', [tree({ vmlinux: true })]],
])('decides nothing for %s', (_, kernels) => {
  expect(judge(paholeVersion, facts({ kernels }))).toMatchObject({ status: 'skip', goals: [] });
  expect(judge(paholeVersion, facts({ kernels, pahole: tool('/usr/bin/pahole', '1.24') }))).toMatchObject({
    status: 'ok',
    goals: [],
  });
});

describe('for a tree that holds vmlinux, and BTF for modules', () => {
  it.each([
    ['1.30', 'ok'],
    ['1.26', 'ok'],
    ['1.24', 'fail'],
  ])('pahole %s: %s', (version, status) => {
    const finding = judge(paholeVersion, facts({ kernels: withBtf(), pahole: tool('/usr/bin/pahole', version) }));
    expect(finding).toMatchObject({ status, goals: ['freestanding', 'rust-for-linux'] });
  });

  it('a missing one fails, and can be installed', () => {
    const finding = judge(paholeVersion, facts({ kernels: withBtf() }));
    expect(finding).toMatchObject({ status: 'fail', found: 'pahole is not installed' });
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual([]);
    expect(finding.remedies[0]?.text).toContain('1.26');
  });

  it('a broken one is a crash', () => {
    const pahole = tool('/usr/bin/pahole', '', { outcome: 'crash', version: null });
    expect(judge(paholeVersion, facts({ kernels: withBtf(), pahole })).status).toBe('crash');
  });

  it('an old one will do where the kernel itself was configured with an old one', () => {
    const kernels = withBtf({ config: { ...btf, CONFIG_PAHOLE_VERSION: '124' } });
    expect(judge(paholeVersion, facts({ kernels, pahole: tool('/usr/bin/pahole', '1.24') })).status).toBe('ok');
  });
});

describe('for headers of another architecture that set-up is to unpack', () => {
  const found = (versionId: string, arch: string) => {
    const distribution = { id: 'debian', idLike: [], versionId, name: 'Debian' };
    return judge(paholeVersion, facts({ host: host({ distribution }), kernels: [] }), arch);
  };

  it('is missed where installing them would have brought it', () => {
    expect(found('13', 'arm64')).toMatchObject({ status: 'fail', remedies: [{ packages: ['pahole'] }] });
    expect(found('12', 'arm64').status).toBe('skip');
    expect(found('13', 'x86_64').status).toBe('skip');
  });
});

describe('for a source whose configuration asks for BTF', () => {
  const kernels = [source({ config: { CONFIG_DEBUG_INFO_BTF: 'y' } })];

  it.each([
    ['none', null, 'warn'],
    ['1.24', tool('/usr/bin/pahole', '1.24'), 'warn'],
    ['1.30', tool('/usr/bin/pahole', '1.30'), 'ok'],
  ] as const)('pahole %s: %s', (_, pahole, status) => {
    expect(judgeForKernel(paholeVersion, kernelFacts({ kernels, pahole })).status).toBe(status);
  });
});
