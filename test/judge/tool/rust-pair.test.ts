import { describe, expect, it } from 'vitest';
import { rustPair } from '../../../src/judge/tool/rust-pair.ts';
import { findDistribution } from '../../../src/knowledge/distributions/distributions.ts';
import type { Facts } from '../../../src/model/facts.ts';
import { facts, host, rustc, rustupRustc } from '../facts.ts';

/** The remedy on a release of a distribution. */
function pairOn(id: string, versionId: string, observed: Partial<Facts> = {}, idLike: string[] = [], floor?: string) {
  const distribution = { id, versionId, idLike, name: id };
  const overrides = { rustcs: [], host: host({ distribution }), ...observed };
  return rustPair(findDistribution(distribution), facts(overrides), floor);
}

const stable = '/home/user/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/bin/rustc';
const rustup = { shim: '/home/user/.cargo/bin/rustc', defaultRustc: stable };

describe("a distribution's own pair", () => {
  it('is no remedy where it is older than what is asked for', () => {
    expect(pairOn('debian', '12', {}, [], '1.96.0').packages).toEqual(['rustc-web', 'rust-web-src']);
    expect(pairOn('debian', '13', {}, [], '1.96.0')).toMatchObject({
      commands: [],
      text: expect.stringMatching(
        /^Debian 13 has no rustc of 1\.96\.0 or newer with its library source\. Install rustup/,
      ),
    });
    const text = pairOn('debian', '13', { rustup }, [], '1.96.0').commands[0];
    expect(text).toMatch(/^rustup toolchain install stable /);
  });

  it.each([
    ['ubuntu', '24.04', 'apt-get install --yes --no-remove --no-install-recommends rustc-1.85 rust-1.85-src'],
    ['fedora', '43', 'dnf install --assumeyes --setopt=install_weak_deps=False rust rust-src'],
    ['arch', '', 'pacman -Syu --needed --noconfirm rust rust-src'],
    ['opensuse-tumbleweed', '20261101', 'zypper --non-interactive install --no-recommends rust rust-src'],
    ['alpine', '3.23.0', 'apk add --update-cache rust rust-src'],
    ['gentoo', '2.18', 'emerge --changed-use dev-lang/rust'],
  ])('is a command on %s %s, whether rustup is there or not', (id, versionId, command) => {
    expect(pairOn(id, versionId).commands.at(-1)).toBe(command);
    expect(pairOn(id, versionId, { rustup }).commands.at(-1)).toBe(command);
  });

  it.each([
    ['ubuntu', '26.04', "export RUST_LIB_SRC=/usr/src/rustc-$(rustc --version | cut -d' ' -f2)/library"],
    ['nixos', '26.05', 'rust.packages.stable.rustPlatform.rustLibSrc'],
  ])('is left to a person who sets RUST_LIB_SRC on %s %s', (id, versionId, words) => {
    const { commands, text } = pairOn(id, versionId);
    expect(commands).toEqual([]);
    expect(text).toContain(words);
  });

  it('is named without a command on a system that is merely like it', () => {
    const { commands, text } = pairOn('raspbian', '13', {}, ['debian']);
    expect(commands).toEqual([]);
    expect(text).toMatch(/Debian 13 .* may differ .*: rustc rust-src\./);
  });
});

describe('rustup', () => {
  it('brings both where the distribution has no such rustc', () => {
    expect(pairOn('opensuse-leap', '16.0', { rustup }).commands).toEqual([
      'rustup toolchain install stable --profile minimal --component rust-src',
    ]);
  });

  it.each([
    [
      'that lacks nothing else',
      rustupRustc({ origin: 'rustup', path: stable }),
      'component add rust-src --toolchain stable-x86_64-unknown-linux-gnu',
    ],
    [
      'unless it is too old',
      rustupRustc({ origin: 'rustup', path: stable, version: '1.80.0' }),
      'toolchain install stable',
    ],
    [
      "unless it is somebody's own build",
      rustupRustc({ origin: 'rustup', path: '/home/user/.rustup/toolchains/mine/bin/rustc' }),
      'toolchain install stable',
    ],
    ["unless it is not rustup's", rustc({ librarySource: null }), 'toolchain install stable'],
  ])('adds the source to a toolchain %s', (_, one, command) => {
    expect(pairOn('opensuse-leap', '16.0', { rustup, rustcs: [one] }).commands[0]).toContain(`rustup ${command}`);
  });

  it('is preferred where it is packaged itself, since the own rustc would take its place', () => {
    const packaged = { shim: '/usr/bin/rustc', defaultRustc: null };
    expect(pairOn('debian', '13', { rustup: packaged }).commands[0]).toMatch(/^rustup /);
    expect(pairOn('ubuntu', '24.04', { rustup: packaged }).commands[0]).toBe('apt-get update');
  });

  it('is advised with its address where it is not there, or not on PATH', () => {
    const lost = { shim: null, defaultRustc: stable };
    for (const observed of [{}, { rustup: lost }]) {
      expect(pairOn('opensuse-leap', '16.0', observed)).toMatchObject({ commands: [], link: 'https://rustup.rs' });
      expect(pairOn('slackware', '15.0', observed)).toMatchObject({ commands: [], link: 'https://rustup.rs' });
    }
  });

  it('is never told to add a target', () => {
    const texts = ['debian', 'fedora', 'opensuse-leap', 'slackware'].map((id) => pairOn(id, '16.0', { rustup }));
    expect(JSON.stringify(texts)).not.toContain('target add');
  });
});
