import { describe, expect, it } from 'vitest';
import type { Assessment, Verdict } from '../../src/model/assessment.ts';
import { lacking, planSetup } from '../../src/setup/plan.ts';

const fixable = (packages: string[]): Verdict => ({
  status: 'fixable',
  summary: 'Packages are missing.',
  because: [],
  unproven: [],
  remedies: [{ packages, commands: ['apt-get update', `apt-get install ${packages.join(' ')}`], text: '', link: null }],
});
const blocked: Verdict = {
  status: 'blocked',
  summary: 'Nothing helps.',
  because: [],
  unproven: [],
  remedies: [{ packages: [], commands: [], text: 'Ask somebody.', link: null }],
};

const assessment = {
  verdicts: {
    freestanding: fixable(['make', 'gcc-12']),
    boot: fixable(['make', 'busybox-static']),
    'rust-for-linux': blocked,
  },
  findings: [],
} as unknown as Assessment;

const kdir = { packages: [], commands: ['kernel-rust-module kdir --kernel 7.3 --yes'], text: 'Make it.', link: null };

describe('planSetup', () => {
  it('joins what several goals ask for, each package once', () => {
    expect(planSetup(assessment, ['freestanding', 'boot'])).toEqual({
      source: null,
      manager: 'apt',
      packages: ['make', 'gcc-12', 'busybox-static'],
      kdir: null,
      foreign: null,
      byHand: [],
      blocked: [],
    });
  });

  it('says which goals are out of reach and what a person can do, and plans nothing for them', () => {
    expect(planSetup(assessment, ['rust-for-linux'])).toEqual({
      source: null,
      manager: null,
      packages: [],
      kdir: null,
      foreign: null,
      byHand: [],
      blocked: ['Nothing helps.', '  Ask somebody.'],
    });
  });

  it('shows what commands fix of a blocked goal, too', () => {
    const alsoMissing = { because: ['make.version'], remedies: fixable(['make']).remedies };
    const verdicts = { ...assessment.verdicts, 'rust-for-linux': { ...blocked, alsoMissing } };
    expect(planSetup({ ...assessment, verdicts }, ['rust-for-linux'])).toMatchObject({
      packages: ['make'],
      blocked: ['Nothing helps.', '  Ask somebody.'],
    });
  });

  it('leaves to a person what no package manager does that set-up runs, each line once', () => {
    const emerge = { packages: ['make'], commands: ['emerge --changed-use make'], text: '', link: null };
    const rustup = { packages: [], commands: ['rustup component add rust-src'], text: '', link: null };
    const { freestanding } = assessment.verdicts;
    const mixed = { ...freestanding, remedies: [...freestanding.remedies, emerge, rustup] };
    const verdicts = { ...assessment.verdicts, freestanding: mixed, boot: { ...mixed, remedies: [rustup] } };
    expect(planSetup({ ...assessment, verdicts }, ['freestanding', 'boot'])).toEqual({
      source: null,
      manager: 'apt',
      packages: ['make', 'gcc-12'],
      kdir: null,
      foreign: null,
      byHand: ['emerge --changed-use make', 'rustup component add rust-src'],
      blocked: [],
    });
  });

  it('makes the kernel tree itself', () => {
    const { freestanding } = assessment.verdicts;
    const rust = { ...freestanding, remedies: [...freestanding.remedies, kdir] };
    const verdicts = { ...assessment.verdicts, 'rust-for-linux': rust };
    expect(planSetup({ ...assessment, verdicts }, ['rust-for-linux'])).toEqual({
      source: null,
      manager: 'apt',
      packages: ['make', 'gcc-12'],
      kdir,
      foreign: null,
      byHand: [],
      blocked: [],
    });
  });
});

it('unpacks by itself what belongs to another architecture, once for all that ask for it', () => {
  const commands = ['kernel-rust-module setup --arch arm64 --yes'];
  const unpack = { packages: [], commands, text: 'Unpack it.', link: null };
  const { freestanding } = assessment.verdicts;
  const both = { ...freestanding, remedies: [...freestanding.remedies, unpack, unpack] };
  const plan = planSetup({ ...assessment, verdicts: { ...assessment.verdicts, freestanding: both } }, ['freestanding']);
  expect(plan).toEqual({
    source: null,
    manager: 'apt',
    packages: ['make', 'gcc-12'],
    kdir: null,
    foreign: unpack,
    byHand: [],
    blocked: [],
  });
});

describe('findings that are needed besides', () => {
  const libc = { packages: ['libc6-dev'], commands: ['apt-get install libc6-dev'], text: 'Install it.', link: null };
  const person = { packages: [], commands: [], text: 'Ask somebody.', link: null };
  const found = (status: string, remedies: object[]) =>
    ({ ...assessment, findings: [{ id: 'boot.libc', status, found: 'libc.a is not here', remedies }] }) as Assessment;

  it('bring their packages', () => {
    const { packages, blocked: stuck } = planSetup(found('warn', [libc]), ['boot'], ['boot.libc']);
    expect([packages, stuck]).toEqual([['make', 'busybox-static', 'libc6-dev'], []]);
  });

  it('stand in the way where only a person can help', () => {
    expect(planSetup(found('warn', [person]), ['boot'], ['boot.libc']).blocked).toEqual([
      'libc.a is not here.',
      '  Ask somebody.',
    ]);
  });

  it('ask for nothing where they are ok, or nobody needs them', () => {
    expect(planSetup(found('ok', []), ['boot'], ['boot.libc']).packages).toEqual(['make', 'busybox-static']);
    expect(planSetup(found('warn', [libc]), ['boot']).packages).toEqual(['make', 'busybox-static']);
    expect(lacking(found('warn', [libc]), ['boot.libc']).map(({ id }) => id)).toEqual(['boot.libc']);
    expect(lacking(found('ok', []), ['boot.libc'])).toEqual([]);
  });
});
