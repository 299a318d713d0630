import { describe, expect, it } from 'vitest';
import type { Assessment, Verdict } from '../../src/assessment.ts';
import { planSetup } from '../../src/setup/plan.ts';

const fixable = (packages: string[]): Verdict => ({
  status: 'fixable',
  summary: 'Packages are missing.',
  because: [],
  remedies: [{ packages, commands: ['apt-get update', `apt-get install ${packages.join(' ')}`], text: '', link: null }],
});
const blocked: Verdict = {
  status: 'blocked',
  summary: 'Nothing helps.',
  because: [],
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
      blocked: [],
    });
  });

  it('says which goals are out of reach and what a person can do, and plans nothing for them', () => {
    expect(planSetup(assessment, ['rust-for-linux'])).toEqual({
      packages: [],
      blocked: ['Nothing helps.', '  Ask somebody.'],
    });
  });
});
