import { describe, expect, it } from 'vitest';
import type { Goal, Trial } from '../../../src/model/assessment.ts';
import { conclude } from '../../../src/report/parts/conclusion.ts';
import { facts, tree } from '../../judge/facts.ts';
import { assess } from '../../judge/judging.ts';
import { allKernels, twoTrees } from '../reports.ts';

/** Freestanding modules and their boot are ready on it, Rust for Linux is not. */
const half = (asked: Goal[] = []) => assess(facts(), 'x86_64', { asked });
const trial = (agrees: boolean | null): Trial => ({
  ...{ goal: 'freestanding', exitCode: agrees ? 0 : 2, seconds: 1, output: [] },
  agrees,
});

describe('a report is ready', () => {
  it.each<[Goal[], boolean]>([
    [[], true],
    [['freestanding'], true],
    [['freestanding', 'boot'], true],
    [['rust-for-linux'], false],
    [['freestanding', 'rust-for-linux'], false],
  ])('when all that was asked is, or any flavour where nothing was: %j', (asked, ready) => {
    expect(conclude(half(asked), false).ready).toBe(ready);
  });

  it('only if no flavour alone but any was needed: a machine that can only boot is not', () => {
    expect(conclude(assess(facts({ rustcs: [] })), false).ready).toBe(false);
  });

  it('of several kernels only if all of them are', () => {
    expect(conclude(allKernels(), false).ready).toBe(false);
    const both = twoTrees().kernels.map((one) => ({ ...one, moduleSymvers: true }));
    expect(conclude(allKernels(facts({ kernels: both })), false).ready).toBe(true);
  });

  it('of no kernel tree at all like a report that was not about all of them', () => {
    expect(conclude(allKernels(facts({ kernels: [] })), false).ready).toBe(false);
  });

  it('not while something that decides it was left out', () => {
    const asked: Goal[] = ['freestanding'];
    const left = assess(facts(), 'x86_64', { asked, leaveOut: new Set(['make.version']) });
    expect(conclude(left, false).ready).toBe(false);
  });

  it('not when a build came out otherwise than its verdict', () => {
    expect(conclude({ ...half(), trials: [trial(true)] }, false)).toMatchObject({ ready: true, disagreements: [] });
    expect(conclude({ ...half(), trials: [trial(false)] }, false)).toMatchObject({
      ready: false,
      disagreements: [{ goal: 'freestanding' }],
    });
  });

  it('with warnings unless it is strict', () => {
    const warned = assess(facts({ kernels: [tree({ release: '6.1.0-40-amd64' })] }));
    expect(conclude(warned, false)).toMatchObject({ ready: true, warnings: [] });
    const { ready, warnings } = conclude(warned, true);
    expect(ready).toBe(false);
    expect(warnings.map(({ id }) => id)).toContain('host.kernel');
  });
});
