import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/judge/checks/index.ts';
import { goals } from '../../src/model/assessment.ts';
import { facts, rustTree } from './facts.ts';
import { recorded } from './fixtures.ts';
import { assess } from './judging.ts';

const ids = checks.map(({ id }) => id);
const machines = { ...recorded, rust: facts({ kernels: [rustTree()] }), nothing: facts({ kernels: [], rustcs: [] }) };

describe('a verdict on less than everything', () => {
  it('is no better than it is: what was left out makes it unproven, unless something else blocks it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(machines)), fc.subarray(ids), (observed, leaveOut) => {
        const whole = assess(observed).verdicts;
        const part = assess(observed, 'x86_64', { leaveOut: new Set(leaveOut) });
        for (const goal of goals) {
          const { status, unproven } = part.verdicts[goal];
          if (unproven.length === 0) expect(part.verdicts[goal]).toEqual(whole[goal]);
          else if (status !== 'unproven') expect([status, whole[goal].status]).toEqual(['blocked', 'blocked']);
        }
      }),
    );
  });

  it('names the checks that were left out, and reports none of their findings', () => {
    const { verdicts, findings } = assess(recorded.bookwormReady, 'x86_64', { leaveOut: new Set(['make.version']) });
    expect(verdicts.freestanding).toMatchObject({ status: 'unproven', unproven: ['make.version'], because: [] });
    expect(verdicts.boot.status).toBe('ready');
    expect(findings.map(({ id }) => id)).not.toContain('make.version');
  });

  it('says in one sentence what stands in the way besides', () => {
    const { verdicts } = assess(recorded.bookwormBare, 'x86_64', { leaveOut: new Set(['kernel.version']) });
    expect(verdicts.freestanding.status).toBe('unproven');
    expect(verdicts.freestanding.summary).toMatch(/^Freestanding modules cannot be built as things are: .+ left out/);
  });
});

describe('the goal kernel', () => {
  it('stays unproven unless it was asked for', () => {
    const { kernel } = assess(recorded.trixieFull).verdicts;
    expect(kernel).toMatchObject({
      status: 'unproven',
      summary: 'Not looked at, since nobody asked: --for kernel does.',
    });
  });

  it('brings checks of its own when it is asked for', () => {
    const findings = (asked: ['kernel'] | []) => assess(recorded.trixieFull, 'x86_64', { asked }).findings;
    const own = findings(['kernel']).length - findings([]).length;
    expect(own).toBe(checks.filter(({ goals }) => goals.length === 1 && goals[0] === 'kernel').length);
  });
});
