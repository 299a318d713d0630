import { describe, expect, it } from 'vitest';
import { architectures, findArchitecture } from '../../../src/knowledge/architectures/architectures.ts';
import { crossCompile, crossPackages, isCross, isForeign } from '../../../src/knowledge/architectures/cross.ts';
import { distributions, packagesOfInterest } from '../../../src/knowledge/distributions/distributions.ts';
import { architecture } from '../../judge/facts.ts';

const release = (versionId: string) =>
  distributions.find((row) => row.id === 'debian' && row.versionId === versionId) ?? null;

describe('an architecture is foreign', () => {
  it('to every other machine', () => {
    expect(isForeign(architecture('arm64'), 'x86_64')).toBe(true);
    expect(isForeign(architecture('x86_64'), 'aarch64')).toBe(true);
    expect(isForeign(architecture('i386'), 'x86_64')).toBe(true);
  });

  it('not to its own machine, by any of its names', () => {
    for (const row of architectures) for (const machine of row.machine) expect(isForeign(row, machine)).toBe(false);
  });
});

describe('an architecture takes cross tools', () => {
  it('where it is another', () => {
    expect(isCross(architecture('arm64'), 'x86_64')).toBe(true);
    expect(isCross(architecture('i386'), 'aarch64')).toBe(true);
  });

  it("not on its own machine, and not where the machine's own compiler builds for it", () => {
    for (const name of ['x86_64', 'i386', 'um']) expect(isCross(architecture(name), 'x86_64')).toBe(false);
  });
});

describe('what the names of the tools begin with', () => {
  it("is the architecture's triplet, and nothing for the machine's own", () => {
    expect(crossCompile({}, architecture('arm64'), 'x86_64')).toBe('aarch64-linux-gnu-');
    expect(crossCompile({}, architecture('x86_64'), 'x86_64')).toBe('');
  });

  it('is what the environment says', () => {
    expect(crossCompile({ CROSS_COMPILE: '/opt/x/arm-' }, architecture('arm64'), 'x86_64')).toBe('/opt/x/arm-');
  });
});

describe('packages of cross tools', () => {
  it('bear the names of the compiler that built the kernels, and of the architecture', () => {
    expect(crossPackages(release('12'), architecture('arm64'), 'x86_64')).toEqual({
      compiler: 'gcc-12-aarch64-linux-gnu',
      gcc: 'gcc-aarch64-linux-gnu',
      binutils: 'binutils-aarch64-linux-gnu',
      staticLibc: 'libc6-dev-arm64-cross',
    });
    expect(crossPackages(release('13'), architecture('ppc64le'), 'x86_64')?.compiler).toBe(
      'gcc-14-powerpc64le-linux-gnu',
    );
  });

  it.each([
    ['the machine itself', release('12'), 'x86_64', 'x86_64'],
    ['another machine than amd64', release('12'), 'arm', 'aarch64'],
    ['a release without its kernels', release('13'), 'mips64el', 'x86_64'],
    ['another distribution', distributions.find(({ id }) => id === 'fedora') ?? null, 'arm64', 'x86_64'],
    ['an unknown distribution', null, 'arm64', 'x86_64'],
  ])('are none for %s', (_, distribution, name, machine) => {
    expect(crossPackages(distribution, architecture(name), machine)).toBeNull();
  });

  it('are among those whose presence is asked', () => {
    expect(packagesOfInterest).toEqual(
      expect.arrayContaining(['gcc-16-loongarch64-linux-gnu', 'qemu-efi-loongarch64']),
    );
  });
});

it.each(distributions.flatMap((row) => (row.foreign ? [[row.title, row] as const] : [])))(
  'has headers and QEMU of every architecture that set-up serves: %s',
  (_, { foreign, headers, qemu }) => {
    for (const name of foreign?.architectures ?? []) {
      expect(findArchitecture(name)?.name).toBe(name);
      expect([headers[name], qemu[name]]).not.toContain(undefined);
    }
  },
);
