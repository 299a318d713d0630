import { describe, expect, it } from 'vitest';
import { kernelRust } from '../../../src/judge/checks/kernel/rust.ts';
import type { AptSourceFact, Facts } from '../../../src/model/facts.ts';
import { bindgen, host, rustc, stockFacts, stockHeaders, stockRustc, target, tree } from '../facts.ts';
import { assess, commands, judge } from '../judging.ts';

const trixie: AptSourceFact = {
  uri: 'http://mirror.example/debian',
  suite: 'trixie',
  components: ['main'],
  signedBy: '/usr/share/keyrings/debian-archive-keyring.gpg',
};
const file = '/etc/apt/sources.list.d/kernel-rust-module-backports.sources';
const own = tree({ dir: '/lib/modules/6.12.94+deb13-amd64/build', release: '6.12.94+deb13-amd64', compiler: 'gcc-14' });

/** Debian 13 with its own kernel's headers, the tools of the release, and no backports. */
const debian13 = (overrides: Partial<Facts> = {}) => stockFacts({ kernels: [own], aptSources: [trixie], ...overrides });

const rust = (observed: Facts) => assess(observed, 'x86_64', { asked: ['rust-for-linux'] }).verdicts['rust-for-linux'];

describe('Debian 13, whose own kernel has no Rust', () => {
  it('is fixable by the kernel of the backports, in the order that works', () => {
    const verdict = rust(debian13());
    expect(verdict.status).toBe('fixable');
    expect(verdict.summary).toMatch(
      /^Rust for Linux modules can be built for the kernel 7\.3 of Debian 13's backports once/,
    );
    expect(verdict.remedies.flatMap((remedy) => remedy.commands)).toEqual([
      `printf '%s\\n' 'Types: deb' 'URIs: http://mirror.example/debian' 'Suites: trixie-backports' 'Components: main' 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' | tee ${file}`,
      `chmod 644 ${file}`,
      'apt-get update',
      'apt-get install --yes --no-remove --no-install-recommends linux-headers-amd64/trixie-backports',
      'kernel-rust-module kdir --yes',
    ]);
    expect(verdict.remedies[0]?.source).toEqual({
      file,
      suite: 'trixie-backports',
      text: 'Types: deb\nURIs: http://mirror.example/debian\nSuites: trixie-backports\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n',
    });
  });

  it('needs no new entry where the backports are set up already', () => {
    const backports = { ...trixie, suite: 'trixie-backports' };
    const { status, remedies } = rust(debian13({ aptSources: [trixie, backports] }));
    expect([status, remedies.some(({ source }) => source !== undefined)]).toEqual(['fixable', false]);
  });

  it('brings the tools with the headers where they are missing, each package once', () => {
    const bare = debian13({ kernels: [], rustcs: [], bindgens: [], make: null, gccs: [], ld: null });
    const { packages = [] } =
      rust({ ...bare, host: host({ ...bare.host, packages: [] }) }).remedies.find(
        (remedy) => remedy.packages.length > 0,
      ) ?? {};
    expect(packages).toContain('linux-headers-amd64/trixie-backports');
    expect(packages).toEqual(expect.arrayContaining(['rustc', 'rust-src', 'bindgen', 'make', 'gcc-14']));
    expect(packages).not.toContain('linux-headers-amd64');
  });

  it('asks for root as this person can have it', () => {
    const user = { root: false, sudo: '/usr/bin/doas' };
    const observed = debian13();
    expect(commands(judge(kernelRust, { ...observed, host: { ...observed.host, user } }))[0]).toContain(
      '| doas tee /etc',
    );
  });

  it.each([
    ['another kernel was named', debian13({ kernels: [{ ...own, origin: 'named' }] })],
    ["apt's sources do not name the release", debian13({ aptSources: [] })],
    [
      'the address would be more than a word for a shell',
      debian13({ aptSources: [{ ...trixie, uri: "http://x/';reboot;'" }] }),
    ],
    ['RUSTC names another rustc', debian13({ rustcs: [rustc({ origin: 'environment' }), stockRustc] })],
    ['bindgen is of another version', debian13({ bindgens: [bindgen('0.72.1')] })],
  ])('is promised nothing where %s', (_, observed) => {
    expect(rust(observed).status).toBe('blocked');
    expect(commands(judge(kernelRust, observed))).toEqual([]);
  });

  it('is promised nothing for an architecture whose backports were not seen', () => {
    const observed = debian13({ kernels: [] });
    const arm = { ...observed, host: { ...observed.host, machine: 'aarch64' } };
    expect(judge(kernelRust, arm, 'arm64').remedies.flatMap((remedy) => remedy.commands)).toEqual([]);
  });

  it('takes a signature file of its own for a key that stands in the entry', () => {
    const { remedies } = rust(debian13({ aptSources: [{ ...trixie, signedBy: '-----BEGIN PGP' }] }));
    expect(remedies[0]?.source?.text).toContain('Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n');
  });
});

describe('a machine with a second kernel that has Rust', () => {
  const running = { ...own, origin: 'running' as const };
  const observed = debian13({ kernels: [running, stockHeaders()] });

  it('chooses that one where modules for it were asked for, and the running one otherwise', () => {
    expect(target(observed, 'x86_64', ['rust-for-linux', 'boot']).tree?.release).toBe('7.3.4+deb13-amd64');
    expect(target(observed, 'x86_64', []).tree?.release).toBe('6.12.94+deb13-amd64');
    expect(target(observed, 'x86_64', ['freestanding']).tree?.release).toBe('6.12.94+deb13-amd64');
  });

  it('says how to choose it', () => {
    const { remedies } = judge(kernelRust, observed);
    expect(remedies).toMatchObject([{ commands: [], text: expect.stringContaining('--kernel 7.3.4+deb13-amd64') }]);
  });
});
