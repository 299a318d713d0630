import { describe, expect, it } from 'vitest';
import { bindgenFor, byKdir } from '../../../src/judge/remedy/kdir.ts';
import type { Facts, KernelTreeFact } from '../../../src/model/facts.ts';
import { bindgen, host, rustc, stockFacts, stockHeaders, stockRustc, target } from '../facts.ts';

const command = 'kernel-rust-module kdir --kernel 7.3.4+deb13-amd64 --yes';

function remedies(observed: Facts, arch = 'x86_64') {
  const judged = target(observed, arch);
  if (judged.kernel === null) throw new Error('no kernel');
  return byKdir(judged.kernel, observed, judged);
}

const commands = (observed: Facts) => remedies(observed)?.flatMap((remedy) => remedy.commands);
const packages = (observed: Facts) => remedies(observed)?.flatMap((remedy) => remedy.packages);
const without = (...names: string[]) =>
  host({ ...stockFacts().host, packages: stockFacts().host.packages.filter((name) => !names.includes(name)) });

describe('the metadata of Debian’s own kernel', () => {
  it('is one command away where all that kdir takes is here', () => {
    expect(commands(stockFacts())).toEqual([command]);
    expect(remedies(stockFacts())?.[0]?.text).toContain('linux-source-7.3');
  });

  it('takes packages first where some are missing, each by name', () => {
    const observed = stockFacts({
      host: without('xz-utils', 'gcc-14'),
      rustcs: [],
      bindgens: [],
    });
    expect(packages(observed)).toEqual(['rustc', 'rust-src', 'bindgen', 'gcc-14', 'xz-utils']);
    expect(commands(observed)?.at(-1)).toBe(command);
  });

  it('takes the library source alone of the rustc that is here', () => {
    const bare = { ...stockRustc, librarySource: null, librarySourceVersion: null };
    expect(packages(stockFacts({ rustcs: [bare] }))).toEqual(['rust-src']);
    expect(packages(stockFacts({ rustcs: [rustc({ path: '/opt/rustc' }), bare] }))).toEqual(['rust-src']);
  });

  it.each<[string, Partial<Facts>, RegExp]>([
    ['another bindgen', { bindgens: [bindgen('0.72.1')] }, /bindgen 0\.71\.1 first on PATH.*is version 0\.72\.1/],
    ['a bindgen that fails', { bindgens: [bindgen('0.71.1', { outcome: 'crash' })] }, /bindgen 0\.71\.1 first/],
    [
      'another bindgen by name',
      {
        bindgens: [bindgen('0.72.1'), bindgen('0.71.1', { path: '/usr/bin/bindgen-0.71' })],
        environment: { BINDGEN: '/usr/bin/bindgen' },
      },
      /bindgen 0\.71\.1 first/,
    ],
    [
      'no library source for a copy of the rustc',
      { rustcs: [{ ...stockRustc, path: '/opt/bin/rustc', librarySource: null }] },
      /library source of \/opt\/bin\/rustc/,
    ],
    [
      'a package of the library source whose files are gone',
      {
        rustcs: [{ ...stockRustc, librarySource: null }],
        host: host({ ...stockFacts().host, packages: [...stockFacts().host.packages, 'rust-src'] }),
      },
      /library source of \/usr\/bin\/rustc/,
    ],
  ])('is no command away with %s, and a person is told what to do', (_, overrides, text) => {
    expect(commands(stockFacts(overrides))).toEqual([]);
    expect(remedies(stockFacts(overrides))?.map((remedy) => remedy.text)).toEqual([expect.stringMatching(text)]);
  });

  it('is promised by no package whose bindgen is of another version, or of none that is known', () => {
    const kernels = [stockHeaders({ config: { CONFIG_BINDGEN_VERSION_TEXT: 'bindgen 0.72.1' } })];
    expect(commands(stockFacts({ kernels, bindgens: [] }))).toEqual([]);
  });
});

describe('the metadata of Debian’s kernel for another architecture', () => {
  const distribution = { id: 'debian', idLike: [], versionId: '', name: 'Debian GNU/Linux forky/sid' };
  const line = 'rustc 1.97.1 (8bab26f4f 2026-07-14) (built from a source tarball)';
  const own = rustc({ version: '1.97.1', line, librarySourceVersion: '1.97.1' });
  const headers = stockHeaders({
    dir: '/c/foreign/arm64/7.2.13+deb14-arm64/usr/src/linux-headers-7.2.13+deb14-arm64',
    release: '7.2.13+deb14-arm64',
    config: {
      CONFIG_X86_64: 'n',
      CONFIG_ARM64: 'y',
      CONFIG_RUSTC_VERSION_TEXT: line,
      CONFIG_BINDGEN_VERSION_TEXT: 'bindgen 0.72.1',
    },
    compiler: 'aarch64-linux-gnu-gcc-16 (Debian 16.2.0-4) 16.2.0',
  });
  const packagesOfKdir = ['make', 'binutils', 'gcc-16', 'libc6-dev', 'xz-utils'];
  const sid = (overrides: Partial<Facts> = {}, installed = packagesOfKdir) =>
    stockFacts({
      host: host({ distribution, packages: installed }),
      kernels: [headers],
      rustcs: [own],
      bindgens: [bindgen('0.72.1')],
      ...overrides,
    });
  const of = (observed: Facts, arch = 'arm64') => remedies(observed, arch);

  it('is one command away from the headers that set-up unpacked', () => {
    expect(of(sid())?.flatMap((remedy) => remedy.commands)).toEqual([
      'kernel-rust-module kdir --arch arm64 --kernel 7.2.13+deb14-arm64 --yes',
    ]);
  });

  it('follows on these headers where they are still to come, with the tools that Debian has', () => {
    const bare = sid({ kernels: [], rustcs: [], bindgens: [] }, []);
    expect(of(bare)?.flatMap((remedy) => remedy.packages)).toEqual(['rustc', 'rust-src', 'bindgen', ...packagesOfKdir]);
    expect(of(bare)?.at(-1)?.commands).toEqual(['kernel-rust-module kdir --arch arm64 --yes']);
    const half = sid({ kernels: [] }, ['rustc', 'rust-src', ...packagesOfKdir]);
    expect(of(half)?.flatMap((remedy) => remedy.packages)).toEqual([]);
  });

  it('takes the tools that Debian has where they are missing, and no others in their place', () => {
    expect(of(sid({ rustcs: [], bindgens: [] }))?.flatMap((remedy) => remedy.packages)).toEqual([
      'rustc',
      'rust-src',
      'bindgen',
    ]);
    const other = sid({ bindgens: [bindgen('0.71.1')] }, ['bindgen', ...packagesOfKdir]);
    expect(of(other)?.map((remedy) => remedy.text)).toEqual([expect.stringMatching(/bindgen 0\.72\.1 first on PATH/)]);
  });

  it.each(['riscv64', 'ppc64le', 's390x', 'mips64el'])('is not promised for %s, where there is none', (arch) => {
    const observed = sid({ kernels: [] });
    const judged = target(observed, arch);
    expect(judged.kernel && byKdir(judged.kernel, observed, judged)).toBeNull();
  });

  it('is not promised on a machine that set-up brings no headers on', () => {
    expect(of(sid({ host: host({ distribution, machine: 'riscv64' }) }))).toBeNull();
  });
});

it.each<[string, Partial<KernelTreeFact>, Partial<Facts['host']>]>([
  ['a kernel of one’s own', { release: '7.3.4' }, {}],
  ['a release that only begins like Debian’s', { release: '7.3.4-amd64; reboot' }, {}],
  ['headers that were merely unpacked', { unpackedIn: '/tmp/unpacked' }, {}],
  ['a full source', { state: 'source' }, {}],
  [
    'another distribution',
    {},
    { distribution: { id: 'fedora', idLike: [], versionId: '43', name: 'Fedora Linux 43' } },
  ],
  [
    'a distribution that is merely like Debian',
    {},
    { distribution: { id: 'exotic', idLike: ['debian'], versionId: '1', name: 'Exotic 1' } },
  ],
  ['another machine', {}, { machine: 'aarch64' }],
])('kdir does not serve %s', (_, ofTree, ofHost) => {
  const observed = stockFacts({ kernels: [stockHeaders(ofTree)], host: host({ ...stockFacts().host, ...ofHost }) });
  expect(remedies(observed)).toBeNull();
});

describe('the bindgen for a kernel', () => {
  const other = bindgen('0.72.1');
  const own = bindgen('0.71.1', { path: '/usr/bin/bindgen-0.71' });

  it('is the first of the version that made its bindings', () => {
    expect(bindgenFor(stockHeaders(), stockFacts({ bindgens: [other, own] }))).toBe(own);
    expect(bindgenFor(stockHeaders(), stockFacts({ bindgens: [other] }))).toBeNull();
  });

  it('is any that works where the configuration does not say', () => {
    const silent = stockHeaders({ config: { CONFIG_BINDGEN_VERSION_TEXT: '' } });
    expect(bindgenFor(silent, stockFacts({ bindgens: [other, own] }))).toBe(other);
  });
});
