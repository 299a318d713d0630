import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../src/knowledge/distributions/distribution.ts';
import { distributions, findDistribution } from '../../src/knowledge/distributions/distributions.ts';
import { preparationNeeds } from '../../src/knowledge/kernel/preparation.ts';
import { goals } from '../../src/model/assessment.ts';
import type { Facts, HostFact, PreparationFact } from '../../src/model/facts.ts';
import { bindgen, facts, host, rustc, rustTree, rustupRustc, stockFacts, stockRustc, tool, tree } from './facts.ts';
import { recorded } from './fixtures.ts';
import { remedied } from './installing.ts';
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
    expect(report.target.kernel).toMatchObject({ release: '6.1', dir: null, state: 'expected', llvm: false });
    expect(report.target.chosen).toContain('linux-headers-amd64');
  });
});

/** The goals that are judged whether they were asked for or not. */
const askedByAll = goals.filter((goal) => goal !== 'kernel');

/** Every release whose packages a command installs. */
const commanded = distributions.filter(({ manager }) => manager !== null && manager !== 'nix-shell');

/** What preparing a kernel takes: all of it, or nothing. */
function allOfPreparation(isHere: boolean): PreparationFact {
  const named = (kind: 'tool' | 'library') => preparationNeeds.filter((need) => need.kind === kind);
  return {
    tools: Object.fromEntries(named('tool').map(({ name }) => [name, isHere ? tool(`/usr/bin/${name}`, '1.0') : null])),
    libraries: Object.fromEntries(named('library').map(({ name }) => [name, isHere])),
  };
}

/** The machine of a release. */
function hostOf({ id, versionId }: Distribution, overrides: Partial<HostFact> = {}): HostFact {
  return host({ distribution: { id, idLike: [], versionId: versionId ?? '', name: id }, ...overrides });
}

describe('what is promised as fixable', () => {
  it.each([
    ['debian', '12', ['freestanding', 'boot']],
    ['debian', '13', ['freestanding', 'boot']],
    ['debian', '', ['freestanding', 'boot']],
    ['ubuntu', '24.04', ['freestanding', 'boot']],
    ['fedora', '43', ['freestanding']],
    ['arch', '', ['freestanding']],
    ['opensuse-tumbleweed', '20261101', ['freestanding']],
    ['alpine', '3.23.0', ['freestanding']],
  ] as const)(
    'is ready once the commands of the remedies were run on a bare machine: %s %s',
    (id, versionId, wanted) => {
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
      expect(goals.filter((goal) => before[goal].status === 'fixable').sort()).toEqual([...wanted].sort());
      const after = wanted.map((goal) => assess(remedied(bare, before[goal].remedies, row)).verdicts[goal].status);
      expect(after).toEqual(wanted.map(() => 'ready'));
    },
  );

  it.each(commanded.map((row) => [row.title, row] as const))('is a missing tool anywhere: %s', (_, row) => {
    const observed = facts({ host: hostOf(row), make: null });
    const { status, remedies } = assess(observed).verdicts.freestanding;
    expect(status).toBe('fixable');
    expect(assess(remedied(observed, remedies, row)).verdicts.freestanding.status).toBe('ready');
  });

  it('holds for whatever is missing or broken, on every distribution: a goal is ready once its commands were run, or was not called fixable', () => {
    const outcomes = fc.constantFrom('ok', 'timeout', 'crash', 'garbage', 'not-runnable');
    const maybe = <T>(there: T) => outcomes.chain((outcome) => fc.constantFrom(null, { ...there, outcome }));
    const machine = fc.record({
      rustcs: fc.subarray([
        rustupRustc(),
        rustupRustc({ origin: 'rustup', path: '/home/user/.rustup/toolchains/1.95.0/bin/rustc' }),
        rustc({ version: '1.63.0' }),
        rustc({ outcome: 'timeout' }),
        rustc({ llvmBackend: false }),
      ]),
      rustup: fc.constantFrom(
        null,
        { shim: null, defaultRustc: null },
        { shim: '/home/user/.cargo/bin/rustc', defaultRustc: null },
        { shim: '/usr/bin/rustc', defaultRustc: null },
      ),
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
      fc.property(
        fc.constantFrom(...commanded),
        machine,
        fc.constantFrom(...askedByAll),
        (row, { packages, ...missing }, goal) => {
          const known = row.manager === 'apt' ? packages : [];
          const observed = facts({ ...missing, host: hostOf(row, { packages: known }) });
          const { status, remedies } = assess(observed).verdicts[goal];
          const after = assess(remedied(observed, remedies, row)).verdicts[goal].status;
          expect(status === 'fixable' ? after : 'ready').toBe('ready');
        },
      ),
      { numRuns: 2500 },
    );
  });

  it('holds for preparing a kernel too', () => {
    const libclang = { outcome: 'ok', version: '19.1.7', line: '19.1.7' } as const;
    const machine = fc.record({
      rustcs: fc.subarray([rustc({ version: '1.63.0' }), rustc({ librarySource: null }), rustupRustc()]),
      bindgens: fc.subarray([
        bindgen('0.71.1', { libclang }),
        bindgen('0.60.1', { libclang }),
        bindgen('0.71.1', { path: '/usr/local/bin/bindgen', outcome: 'crash' }),
      ]),
      cc: fc.constantFrom(null, { ...tool('/usr/bin/gcc', '12.2.0'), family: 'GCC' as const }),
      make: fc.constantFrom(null, facts().make),
      ld: fc.constantFrom(null, facts().ld),
      preparation: fc.constantFrom(...[true, false].map(allOfPreparation)),
    });
    const promised = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...commanded), machine, (row, missing) => {
        const observed = facts({ ...missing, host: hostOf(row), gccs: [], kernels: [] });
        const judged = (seen: Facts) => assess(seen, 'x86_64', { asked: ['kernel'] }).verdicts.kernel;
        const { status, remedies } = judged(observed);
        if (status !== 'fixable') return;
        promised.add(row.title);
        const after = judged(remedied(observed, remedies, row));
        expect(after.status, after.summary).toBe('ready');
      }),
      { numRuns: 800 },
    );
    expect([...promised]).toEqual(expect.arrayContaining(['Debian 13', 'Ubuntu 24.04', 'Fedora']));
  });

  it("holds for the metadata of Debian's own kernels, which kdir makes", () => {
    const { distribution, packages } = stockFacts().host;
    const row = findDistribution(distribution);
    if (row === null) throw new Error('no row');
    const machine = fc.record({
      rustcs: fc.subarray([
        rustupRustc(),
        stockRustc,
        { ...stockRustc, librarySource: null, librarySourceVersion: null },
        { ...stockRustc, path: '/opt/bin/rustc', librarySource: null },
      ]),
      bindgens: fc.subarray([bindgen('0.71.1'), bindgen('0.72.1'), bindgen('0.71.1', { outcome: 'crash' })]),
      gccs: fc.subarray(stockFacts().gccs),
      make: fc.constantFrom(null, stockFacts().make),
      packages: fc.subarray([...packages, 'rustc', 'rust-src', 'bindgen']),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(machine, ({ packages: installed, ...missing }) => {
        const observed = stockFacts({ ...missing, host: host({ distribution, packages: installed }) });
        const { status, remedies, summary } = assess(observed).verdicts['rust-for-linux'];
        seen.add(status);
        const after = assess(remedied(observed, remedies, row)).verdicts['rust-for-linux'];
        expect(status === 'fixable' ? after.status : 'ready', `${summary} → ${after.summary}`).toBe('ready');
      }),
      { numRuns: 1000 },
    );
    expect([...seen].sort()).toEqual(['blocked', 'fixable']);
  });

  it('is nothing on NixOS, where no command brings a package for good', () => {
    const distribution = { id: 'nixos', idLike: [], versionId: '26.05', name: 'NixOS' };
    const { verdicts } = assess(facts({ host: host({ distribution }), make: null, gccs: [], qemu: null }));
    const texts = verdicts.freestanding.remedies.map(({ text }) => text);
    expect([verdicts.freestanding.status, verdicts.boot.status]).toEqual(['blocked', 'blocked']);
    expect(texts).toEqual([expect.stringMatching(/nix-shell --packages .*gnumake/)]);
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

it('blocks every goal on an architecture that nothing is loaded on, for that reason alone', () => {
  const { verdicts } = assess(facts(), 'um');
  for (const goal of askedByAll) {
    const verdict = verdicts[goal];
    expect(verdict.status).toBe('blocked');
    expect(verdict.because).toEqual(['host.architecture']);
    expect(verdict.summary).toContain('nothing is set up or booted for a user-mode kernel');
  }
});

it.each([
  ['mips64el', 'a patch of 2024 for it was not merged'],
  ['i386', '32-bit x86 takes Rust only as a user-mode kernel (um)'],
])('refuses Rust for Linux on %s for the one reason that decides', (name, note) => {
  expect(assess(facts(), name).verdicts['rust-for-linux']).toMatchObject({
    status: 'blocked',
    summary: `Rust for Linux modules cannot be built, because no kernel up to 7.3 can have Rust on ${name}: ${note}.`,
  });
});

it('blocks with prose where the package names are not known', () => {
  const distribution = { id: 'exotic', idLike: ['debian'], versionId: '1', name: 'Exotic 1' };
  const { verdicts, target } = assess(facts({ host: host({ distribution }), kernels: [], qemu: null }));
  expect(target.kernel).toBeNull();
  for (const goal of askedByAll) {
    const verdict = verdicts[goal];
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
