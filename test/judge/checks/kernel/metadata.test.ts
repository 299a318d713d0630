import { describe, expect, it } from 'vitest';
import { kernelMetadata } from '../../../../src/judge/checks/kernel/metadata.ts';
import type { CrateMetadataFact } from '../../../../src/model/facts.ts';
import { bindgen, facts, host, procMacro, rmeta, rustTree, stockFacts, stockHeaders, tree } from '../../facts.ts';
import { commands, judge } from '../../judging.ts';

const { metadata } = rustTree();
const none = { rmeta: [], so: [], targetSpec: false, rustc: null };
const ubuntu = host({
  distribution: { id: 'ubuntu', idLike: ['debian'], versionId: '24.04', name: 'Ubuntu 24.04 LTS' },
});

function judgeCrates(crates: CrateMetadataFact[]) {
  return judge(kernelMetadata, facts({ kernels: [rustTree({ metadata: { ...metadata, rmeta: crates } })] }));
}

function spoil(name: string, overrides: Partial<CrateMetadataFact>): CrateMetadataFact[] {
  return metadata.rmeta.map((crate) => (crate.name === name ? { ...crate, ...overrides } : crate));
}

it('passes with every crate that a module of this kernel is compiled against', () => {
  expect(judge(kernelMetadata, facts({ kernels: [rustTree()] })).status).toBe('ok');
});

it.each(metadata.rmeta.map(({ name }) => name))('fails without %s, by name', (name) => {
  const finding = judgeCrates(metadata.rmeta.filter((crate) => crate.name !== name));
  expect(finding).toMatchObject({
    status: 'fail',
    goals: ['rust-for-linux'],
    found: `/home/user/linux/rust/${name} is not there`,
  });
  expect(commands(finding)).toEqual([]);
});

it.each<[Partial<CrateMetadataFact>, string]>([
  [{ rustc: null }, 'is no Rust metadata'],
  [{ whole: false }, 'is cut off'],
  [
    { target: 'aarch64-unknown-none', specMatches: null },
    "is for the target aarch64-unknown-none, not for this kernel's (target)",
  ],
  [{ specMatches: false }, "is for another target.json than core's"],
  [{ fitsCore: false }, 'was compiled against another libcore.rmeta'],
  [{ fitsOthers: false }, 'was compiled against other crates than those beside it'],
])('fails with a crate that is spoilt: %o', (overrides, clause) => {
  const { status, found } = judgeCrates(spoil('libkernel.rmeta', overrides));
  expect([status, found]).toEqual(['fail', `/home/user/linux/rust/libkernel.rmeta ${clause}`]);
});

it('does not blame the crates where target.json was altered after all of them', () => {
  expect(judgeCrates(metadata.rmeta.map((crate) => ({ ...crate, specMatches: false }))).status).toBe('ok');
});

it('claims nothing of what could not be read', () => {
  const unknown = { target: null, specMatches: null, fitsCore: null, fitsOthers: null };
  expect(judgeCrates(metadata.rmeta.map((crate) => ({ ...crate, ...unknown }))).status).toBe('ok');
});

it('leaves a crate alone that modules are not compiled against', () => {
  expect(judgeCrates([...metadata.rmeta, rmeta('libmine.rmeta', { whole: false })]).status).toBe('ok');
});

it('counts what else is wrong, and lists it in the details', () => {
  const { found, detail } = judgeCrates(
    spoil('libuapi.rmeta', { whole: false }).filter(({ name }) => name !== 'libffi.rmeta'),
  );
  expect(found).toBe('/home/user/linux/rust/libffi.rmeta is not there, and 1 more like it');
  expect(detail).toBe('libffi.rmeta is not there; libuapi.rmeta is cut off.');
});

it.each([
  ['6.1.100', ['alloc', 'bindings', 'build_error', 'compiler_builtins', 'core', 'kernel']],
  ['6.12.5', ['bindings', 'build_error', 'compiler_builtins', 'core', 'kernel']],
  ['6.12.107', ['bindings', 'build_error', 'compiler_builtins', 'core', 'ffi', 'kernel', 'uapi']],
  ['6.18.38', ['bindings', 'build_error', 'compiler_builtins', 'core', 'ffi', 'kernel', 'pin_init', 'uapi']],
])('asks %s for its own crates and no later ones', (release, crates) => {
  const of = (names: string[]) => ({
    ...metadata,
    rmeta: names.map((name) => rmeta(`lib${name}.rmeta`)),
    so: [procMacro('libmacros.so')],
  });
  const status = (names: string[]) =>
    judge(kernelMetadata, facts({ kernels: [rustTree({ release, metadata: of(names) })] })).status;
  expect(status(crates)).toBe('ok');
  expect(crates.filter((name) => status(crates.filter((one) => one !== name)) === 'ok')).toEqual([]);
});

it('skips a kernel without CONFIG_RUST', () => {
  expect(judge(kernelMetadata, facts()).status).toBe('skip');
});

it('skips where there is no kernel', () => {
  expect(judge(kernelMetadata, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});

it("says what Debian's headers lack, and what rustc's hint is worth", () => {
  const finding = judge(kernelMetadata, facts({ kernels: [rustTree({ state: 'headers', metadata: none })] }));
  expect(finding).toMatchObject({ status: 'fail', found: '/home/user/linux lacks the Rust metadata of its kernel' });
  expect(finding.detail).toContain('rustup target add, does not help');
  expect(finding.remedies[0]?.text).toContain('make modules_prepare');
});

describe('on Ubuntu', () => {
  const headers = rustTree({ state: 'headers', release: '6.8.0-59-generic', metadata: none });

  it('offers the package with the metadata of an Ubuntu kernel', () => {
    const finding = judge(kernelMetadata, facts({ host: ubuntu, kernels: [headers] }));
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['linux-lib-rust-6.8.0-59-generic']);
  });

  it('does not offer it where its files are there and spoilt', () => {
    const spoilt = { ...headers, metadata: { ...metadata, rmeta: spoil('libcore.rmeta', { whole: false }) } };
    const finding = judge(kernelMetadata, facts({ host: ubuntu, kernels: [spoilt] }));
    expect(finding.status).toBe('fail');
    expect(commands(finding)).toEqual([]);
    expect(finding.remedies[0]?.text).toContain('reinstall the package');
  });

  it.each(['7.3.4', '6.8.0-59-generic; reboot', '$(reboot)-generic'])(
    'makes no package name of another release: %s',
    (release) => {
      const finding = judge(kernelMetadata, facts({ host: ubuntu, kernels: [rustTree({ release, metadata: none })] }));
      expect(finding.status).toBe('fail');
      expect(commands(finding)).toEqual([]);
    },
  );

  it('cannot promise metadata before the headers are there', () => {
    const finding = judge(kernelMetadata, facts({ host: ubuntu, kernels: [] }));
    expect(finding.status).toBe('fail');
    expect(commands(finding)).toEqual([]);
  });
});

describe('on Debian, with the headers of its own kernel that has Rust', () => {
  const cached = '/root/.cache/kernel-rust-module/trees/7.3.4+deb13-amd64';
  const headers = '/usr/src/linux-headers-7.3.4+deb13-amd64';
  const kdir = 'kernel-rust-module kdir --kernel 7.3.4+deb13-amd64 --yes';
  const made = { dir: cached, headers, broken: null, changed: [] };

  it('proposes to make the metadata', () => {
    const finding = judge(kernelMetadata, stockFacts());
    expect(finding.status).toBe('fail');
    expect(commands(finding)).toEqual([kdir]);
  });

  it('leaves to a person what stands in the way of that', () => {
    const finding = judge(kernelMetadata, stockFacts({ bindgens: [bindgen('0.72.1')] }));
    expect(commands(finding)).toEqual([]);
    expect(finding.remedies[0]?.text).toContain('bindgen 0.71.1');
  });

  it('passes with the tree that was made, and says so', () => {
    const tree = stockHeaders({ dir: cached, made, metadata });
    const finding = judge(kernelMetadata, stockFacts({ kernels: [tree] }));
    expect(finding).toMatchObject({ status: 'ok', found: `all crates are in ${cached}/rust, which kdir made` });
  });

  it.each([
    [{ changed: ['.config', 'Module.symvers'] }, `.config and Module.symvers of ${headers} changed since`],
    [{ headers: null, broken: '"manifest" is damaged.' }, '"manifest" is damaged'],
  ])('says why a tree that was made is not used, and proposes another: %o', (overrides, reason) => {
    const tree = stockHeaders({ made: { ...made, ...overrides } });
    const finding = judge(kernelMetadata, stockFacts({ kernels: [tree] }));
    expect(finding.status).toBe('fail');
    expect(finding.found).toMatch(/^\S+ lacks the Rust metadata of its kernel, and the tree that kdir made, /);
    expect(finding.found).toContain(reason);
    expect(commands(finding)).toEqual([kdir]);
  });

  it('fails with such a tree where it is named itself: in the cache kdir replaces it, elsewhere it has to be told', () => {
    const outdated = (dir: string) =>
      stockHeaders({ dir, origin: 'named', metadata, made: { ...made, dir, changed: ['.config'] } });
    const inCache = judge(kernelMetadata, stockFacts({ kernels: [outdated(cached)] }));
    expect([inCache.status, commands(inCache)]).toEqual(['fail', [kdir]]);
    const elsewhere = judge(kernelMetadata, stockFacts({ kernels: [outdated('/srv/tree')] }));
    expect([elsewhere.status, commands(elsewhere)]).toEqual(['fail', []]);
    expect(elsewhere.remedies[0]?.text).toContain('--output /srv/tree');
  });

  it('has a spoilt one removed first, since kdir does not look into a tree that is there', () => {
    const tree = stockHeaders({
      dir: cached,
      made,
      metadata: { ...metadata, rmeta: spoil('libcore.rmeta', { whole: false }) },
    });
    const finding = judge(kernelMetadata, stockFacts({ kernels: [tree] }));
    expect(commands(finding)).toEqual([]);
    expect(finding.remedies[0]?.text).toBe(`Remove ${cached} and make it anew: ${kdir}`);
  });

  it.each([
    [{ lacks: ['rust/kernel/a.rs'] }, `${cached}, which kdir made, lacks rust/kernel/a.rs`],
    [{ lacks: ['rust/a.rs', 'rust/b.rs'] }, `${cached}, which kdir made, lacks rust/a.rs, and 1 more of its files`],
    [
      { older: true as const },
      `${cached} was made by an older kdir, which left out what macros of the kernel crate include`,
    ],
  ])('warns of one that is not whole, and proposes another: %o', (overrides, found) => {
    const tree = stockHeaders({ dir: cached, made: { ...made, ...overrides }, metadata });
    const finding = judge(kernelMetadata, stockFacts({ kernels: [tree] }));
    expect(finding).toMatchObject({ status: 'warn', found });
    expect(commands(finding)).toEqual([kdir]);
  });

  it('speaks of kdir before the headers are there, and promises nothing', () => {
    const sid = host({ distribution: { id: 'debian', idLike: [], versionId: '', name: 'Debian GNU/Linux forky/sid' } });
    const finding = judge(kernelMetadata, facts({ host: sid, kernels: [] }));
    expect(commands(finding)).toEqual([]);
    expect(finding.remedies[0]?.text).toContain('kernel-rust-module kdir');
  });
});

it('tells make of the architecture where a tree for another machine is to be prepared by hand', () => {
  const config = { CONFIG_X86_64: 'n', CONFIG_ARM64: 'y', CONFIG_RUST: 'y' };
  const { remedies } = judge(kernelMetadata, facts({ kernels: [tree({ release: '7.2.1-mine', config })] }), 'arm64');
  expect(remedies[0]?.text).toContain(
    'run make ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu- olddefconfig and make ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu- modules_prepare;',
  );
});
