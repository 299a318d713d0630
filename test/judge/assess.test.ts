import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goals } from '../../src/assessment.ts';
import { findDistribution } from '../../src/knowledge/distributions.ts';
import { facts, host, rustc, rustTree, rustupRustc, tool, tree } from './facts.ts';
import { recorded } from './fixtures.ts';
import { installed } from './installing.ts';
import { assess } from './judging.ts';

describe('a bare Debian 12 with rustup first on PATH', () => {
  const report = assess(recorded.bookwormBare);

  it('can be made ready for freestanding modules, and the summary names the rustc passed over and why', () => {
    const { status, summary, because } = report.verdicts.freestanding;
    expect(status).toBe('fixable');
    expect(because).toEqual(['kernel.tree', 'rustc.library-source']);
    expect(summary).toMatch(/rustc 1\.95\.0 \(\S+\) is passed over \(no library source in its sysroot\)/);
  });

  it('gets one command for all packages of a goal', () => {
    expect(report.verdicts.freestanding.remedies.map(({ commands }) => commands)).toEqual([
      [
        'apt-get update',
        'apt-get install --yes --no-remove --no-install-recommends linux-headers-amd64 rustc-web rust-web-src',
      ],
    ]);
  });

  it('can be made ready to boot', () => {
    expect(report.verdicts.boot).toMatchObject({
      status: 'fixable',
      remedies: [{ packages: ['linux-headers-amd64', 'qemu-system-x86', 'busybox-static'] }],
    });
  });

  it('is blocked for Rust for Linux, in one sentence that says why', () => {
    expect(report.verdicts['rust-for-linux']).toMatchObject({
      status: 'blocked',
      because: ['kernel.rust'],
      summary: "Rust for Linux modules cannot be built, because Debian 12's kernel 6.1 is built without CONFIG_RUST.",
    });
  });

  it('is judged against the kernel that the headers package would bring', () => {
    expect(report.target.kernel).toEqual({ release: '6.1', dir: null, state: 'expected', llvm: false });
    expect(report.target.chosen).toContain('linux-headers-amd64');
  });
});

describe('what is promised as fixable', () => {
  it.each([
    ['debian', '12'],
    ['debian', '13'],
    ['debian', ''],
    ['ubuntu', '24.04'],
  ])('is ready once the packages of the remedies are there: %s %s', (id, versionId) => {
    const distribution = { id, idLike: [], versionId, name: id };
    const bare = facts({
      host: host({ distribution }),
      rustcs: [rustupRustc()],
      kernels: [],
      gccs: [],
      make: null,
      ld: null,
      qemu: null,
      busybox: null,
    });
    const before = assess(bare).verdicts;
    const row = findDistribution(distribution);
    if (row === null) throw new Error(`no row for ${id} ${versionId}`);
    const after = (['freestanding', 'boot'] as const).map((goal) => {
      expect(before[goal].status).toBe('fixable');
      const packages = before[goal].remedies.flatMap((remedy) => remedy.packages);
      return assess(installed(bare, packages, row)).verdicts[goal].status;
    });
    expect(after).toEqual(['ready', 'ready']);
  });

  it('holds for whatever is missing or broken: a goal is ready once its packages are there, or was not called fixable', () => {
    const debian = findDistribution(host().distribution);
    if (debian === null) throw new Error('no row for Debian 12');
    const outcomes = fc.constantFrom('ok', 'timeout', 'crash', 'garbage', 'not-runnable');
    const maybe = <T>(there: T) => outcomes.chain((outcome) => fc.constantFrom(null, { ...there, outcome }));
    const machine = fc.record({
      rustcs: fc.subarray([
        rustupRustc(),
        rustc({ version: '1.63.0' }),
        rustc({ outcome: 'timeout' }),
        rustc({ llvmBackend: false }),
      ]),
      kernels: fc.subarray([tree(), tree({ state: 'unprepared' }), rustTree(), tree({ moduleSymvers: false })], {
        maxLength: 1,
      }),
      gccs: fc.subarray(facts().gccs),
      make: maybe(tool('/usr/bin/make', '4.3')),
      ld: maybe(tool('/usr/bin/ld', '2.40')),
      qemu: maybe(tool('/usr/bin/qemu-system-x86_64', '7.2.22')),
      busybox: maybe({ ...tool('/usr/bin/busybox', '1.35.0'), static: false }),
      packages: fc.subarray(['rustc', 'rustc-web', 'rust-web-src', 'make', 'busybox', 'linux-headers-amd64', 'gcc-12']),
    });
    fc.assert(
      fc.property(machine, fc.constantFrom(...goals), ({ packages, ...missing }, goal) => {
        const observed = facts({ ...missing, host: host({ packages }) });
        const { status, remedies } = assess(observed).verdicts[goal];
        const wanted = remedies.flatMap((remedy) => remedy.packages);
        const after = assess(installed(observed, wanted, debian)).verdicts[goal].status;
        expect(status === 'fixable' ? after : 'ready').toBe('ready');
      }),
      { numRuns: 5000 },
    );
  });
});

describe('machines that are ready', () => {
  it.each(['bookwormReady', 'trixieFull'] as const)('are told so: %s', (name) => {
    const { verdicts } = assess(recorded[name]);
    expect([verdicts.freestanding.status, verdicts.boot.status]).toEqual(['ready', 'ready']);
    expect(verdicts.freestanding.because).toEqual([]);
  });

  it('are ready for Rust for Linux with the rustc that built the kernel', () => {
    const { verdicts, toolchains } = assess(facts({ kernels: [rustTree()] }));
    expect(verdicts['rust-for-linux'].status).toBe('ready');
    expect(toolchains[0]?.chosenFor).toEqual(['freestanding', 'rust-for-linux']);
  });

  it('hear which rustc was passed over although it comes first', () => {
    const { verdicts } = assess(facts({ rustcs: [rustupRustc(), ...facts().rustcs] }));
    expect(verdicts.freestanding.summary).toBe(
      'Freestanding modules can be built for the kernel 6.1.0-56-amd64 with rustc 1.96.0 (/usr/bin/rustc); rustc 1.95.0 (/home/user/.rustup/toolchains/stable/bin/rustc) was passed over: no library source in its sysroot.',
    );
  });
});

it('blocks every goal on an architecture that nothing has been loaded on', () => {
  const { verdicts } = assess(facts({ host: host({ machine: 'riscv64' }), kernels: [] }), 'riscv64');
  for (const verdict of Object.values(verdicts)) {
    expect(verdict.status).toBe('blocked');
    expect(verdict.because).toContain('host.architecture');
    expect(verdict.summary).toContain('modules for riscv64 have not been built and loaded');
  }
});

it('blocks with prose where the package names are not known', () => {
  const distribution = { id: 'exotic', idLike: ['debian'], versionId: '1', name: 'Exotic 1' };
  const { verdicts, target } = assess(facts({ host: host({ distribution }), kernels: [], qemu: null }));
  expect(target.kernel).toBeNull();
  for (const verdict of Object.values(verdicts)) {
    expect(verdict.status).toBe('blocked');
    expect(verdict.remedies.length).toBeGreaterThan(0);
    expect(verdict.remedies.flatMap(({ commands }) => commands)).toEqual([]);
  }
});

it('repeats the facts that programs and the generator need', () => {
  const report = assess(
    facts({ commands: [{ argv: ['make', '--version'], exitCode: 0, milliseconds: 3, timedOut: false }] }),
  );
  expect(report).toMatchObject({
    schemaVersion: 1,
    generator: { name: 'test', version: '1.2.3' },
    host: { arch: 'x86_64', kernelRelease: '6.1.0-56-amd64', container: null, cache: { bytes: 0 } },
    kernels: [{ release: '6.1.0-56-amd64', state: 'headers', rust: false, metadata: false }],
    commands: [{ argv: ['make', '--version'] }],
  });
});
