import { describe, expect, it } from 'vitest';
import { advice, install, isForKdir, managerOf, mergeRemedies } from '../../../src/judge/remedy/remedies.ts';
import { findDistribution } from '../../../src/knowledge/distributions/distributions.ts';
import { host } from '../facts.ts';

const debian = findDistribution(host().distribution);
const nixos = findDistribution({ id: 'nixos', idLike: [], versionId: '26.05', name: 'NixOS' });

describe('installing', () => {
  it('asks for sudo where it is needed and there', () => {
    const ordinary = host({ user: { root: false, sudo: '/usr/bin/sudo' } });
    expect(install('make', ['make'], debian, ordinary).commands).toEqual([
      'sudo apt-get update',
      'sudo apt-get install --yes --no-remove --no-install-recommends make',
    ]);
  });

  it('uses doas in the place of sudo', () => {
    const ordinary = host({ user: { root: false, sudo: '/usr/bin/doas' } });
    expect(install('make', ['make'], debian, ordinary).commands[0]).toBe('doas apt-get update');
  });

  it('says that root must do it where there is no sudo', () => {
    const remedy = install('make', ['make'], debian, host({ user: { root: false, sudo: null } }));
    expect(remedy.commands[0]).toBe('apt-get update');
    expect(remedy.text).toMatch(/^As root, install make/);
  });

  it.each([
    ['the distribution is not known', null, ['make']],
    ['one of the packages is not known', debian, ['make', undefined]],
  ])('is left to a person where %s', (_, distribution, packages) => {
    expect(install('make', packages, distribution, host())).toMatchObject({ commands: [], packages: [] });
  });

  it('is no remedy where the packages are there already, since it would change nothing', () => {
    const remedy = install('make', ['make'], debian, host({ packages: ['make'] }));
    expect(remedy).toMatchObject({ commands: [], text: expect.stringContaining('reinstall') });
  });

  it('names the packages without a command where they may be called otherwise', () => {
    const like = findDistribution({ id: 'exotic', idLike: ['fedora'], versionId: '1', name: 'Exotic 1' });
    expect(install('bindgen', [like?.bindgen], like, host())).toEqual({
      commands: [],
      text: 'Install what Fedora has in these packages, whose names may differ on this system: bindgen-cli.',
      link: null,
      packages: ['bindgen-cli'],
    });
  });

  it('opens a shell on NixOS, where no command brings a package for good', () => {
    const remedy = install('make', ['gnumake'], nixos, host());
    expect(remedy).toMatchObject({ commands: [], text: expect.stringContaining('nix-shell --packages gnumake') });
  });

  it('says what the commands of a package manager do besides', () => {
    const arch = findDistribution({ id: 'arch', idLike: [], versionId: '', name: 'Arch Linux' });
    expect(install('make', ['make'], arch, host()).text).toContain('brings the whole system up to date');
  });

  it("removes Debian 12's own rustc first, and says so, since rustc-web cannot be installed beside it", () => {
    const remedy = install('rustc', ['rustc-web', 'rust-web-src'], debian, host({ packages: ['rustc', 'rust-src'] }));
    expect(remedy.commands).toEqual([
      'apt-get update',
      'apt-get remove --yes rust-src rustc',
      'apt-get install --yes --no-remove --no-install-recommends rustc-web rust-web-src',
    ]);
    expect(remedy.text).toContain('rust-src, rustc cannot stay installed beside them');
  });
});

describe('merging', () => {
  it('makes one remedy of all packages, each once, where the first of them stood, and keeps the others once', () => {
    const person = advice('Ask somebody.');
    const remedies = [
      person,
      install('make', ['make'], debian, host()),
      person,
      install('both', ['make', 'gcc'], debian, host()),
    ];
    expect(mergeRemedies(remedies, debian, host())).toEqual([person, install('both', ['make', 'gcc'], debian, host())]);
  });

  it('puts kdir last, since it takes all the rest', () => {
    const kdir = { ...advice('Make a tree.'), commands: ['kernel-rust-module kdir --kernel 7.3.4+deb13-amd64 --yes'] };
    const make = install('make', ['make'], debian, host());
    expect(mergeRemedies([kdir, make, kdir], debian, host())).toEqual([make, kdir]);
    expect([kdir, make].map(isForKdir)).toEqual([true, false]);
  });

  it('makes one shell of several on NixOS', () => {
    const remedies = ['gnumake', 'gcc'].map((name) => install(name, [name], nixos, host()));
    const merged = mergeRemedies(remedies, nixos, host());
    expect(merged.map(({ text }) => text)).toEqual([expect.stringContaining('nix-shell --packages gnumake gcc')]);
  });
});

it.each([
  ['debian', '12', 'apt'],
  ['fedora', '43', 'dnf'],
  ['arch', '', 'pacman'],
  ['opensuse-tumbleweed', '20261101', 'zypper'],
  ['alpine', '3.23', 'apk'],
  ['gentoo', '', null],
  ['nixos', '26.05', null],
])('set-up installs the packages of %s %s with %s', (id, versionId, expected) => {
  const row = findDistribution({ id, versionId, idLike: [], name: id });
  expect(managerOf(install('make', [row?.make], row, host()))).toBe(expected);
});
