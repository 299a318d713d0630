import { describe, expect, it } from 'vitest';
import type { Assessment, Verdict } from '../../src/assessment.ts';
import { planSetup } from '../../src/setup/plan.ts';

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
} as unknown as Assessment;

describe('planSetup', () => {
  it('joins what several goals ask for, each package once', () => {
    expect(planSetup(assessment, ['freestanding', 'boot'])).toEqual({
      packages: ['make', 'gcc-12', 'busybox-static'],
      byHand: [],
      blocked: [],
    });
  });

  it('says which goals are out of reach and what a person can do, and plans nothing for them', () => {
    expect(planSetup(assessment, ['rust-for-linux'])).toEqual({
      packages: [],
      byHand: [],
      blocked: ['Nothing helps.', '  Ask somebody.'],
    });
  });

  it('leaves to a person what apt does not do, each line once', () => {
    const dnf = { packages: ['make'], commands: ['dnf install make'], text: '', link: null };
    const rustup = { packages: [], commands: ['rustup component add rust-src'], text: '', link: null };
    const { freestanding } = assessment.verdicts;
    const mixed = { ...freestanding, remedies: [...freestanding.remedies, dnf, rustup] };
    const verdicts = { ...assessment.verdicts, freestanding: mixed, boot: { ...mixed, remedies: [rustup] } };
    expect(planSetup({ ...assessment, verdicts }, ['freestanding', 'boot'])).toEqual({
      packages: ['make', 'gcc-12'],
      byHand: ['dnf install make', 'rustup component add rust-src'],
      blocked: [],
    });
  });
});
