import { describe, expect, it } from 'vitest';
import { advice, install, mergeRemedies } from '../../src/judge/remedies.ts';
import { findDistribution } from '../../src/knowledge/distributions.ts';
import { host } from './facts.ts';

const debian = findDistribution(host().distribution);

describe('installing', () => {
  it('asks for sudo where it is needed and there', () => {
    const ordinary = host({ user: { root: false, sudo: '/usr/bin/sudo' } });
    expect(install('make', ['make'], debian, ordinary).commands).toEqual([
      'sudo apt-get update',
      'sudo apt-get install --yes --no-remove --no-install-recommends make',
    ]);
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
});
