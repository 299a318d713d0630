import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/judge/checks/index.ts';
import type { Facts } from '../../src/model/facts.ts';
import { architectureOfTree } from '../../src/observe/observe-for.ts';
import type { TruthCase } from '../lab/truth/case.ts';
import { truthCases } from '../lab/truth/cases/index.ts';
import { architecture } from './facts.ts';
import { assess } from './judging.ts';

const folder = new URL('../fixtures/facts/truth/', import.meta.url);

function recordedFacts({ name }: TruthCase): Facts {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

/** As the command line takes it from the environment. */
function archOf({ env, goal }: TruthCase, facts: Facts): string {
  const named = env?.ARCH ?? 'x86_64';
  return goal === 'kernel' ? named : architectureOfTree(facts, architecture(named)).name;
}

describe('what was seen in the lab, where make has proved the verdict', () => {
  it.each(truthCases.map((one) => [one.name, one] as const))('is judged as there: %s', (_name, one) => {
    const facts = recordedFacts(one);
    const report = assess(facts, archOf(one, facts), { asked: [one.goal] });
    const { status, because } = report.verdicts[one.goal];
    expect(because.toSorted()).toEqual(one.because.toSorted());
    expect(status === 'ready').toBe(one.because.length === 0);
    const others = report.findings.filter(({ id }) => one.also?.[id] !== undefined);
    expect(Object.fromEntries(others.map((finding) => [finding.id, finding.status]))).toEqual(one.also ?? {});
  });

  it('is all that is recorded', () => {
    expect(readdirSync(folder).sort()).toEqual(truthCases.map(({ name }) => `${name}.json`).sort());
  });
});

describe('the cases of the lab', () => {
  it('are sixty or more, fifteen or more for each flavour, a third of them ready', () => {
    const of = (goal: string) => truthCases.filter((one) => one.goal === goal).length;
    const ready = truthCases.filter(({ because }) => because.length === 0).length;
    expect(truthCases.length).toBeGreaterThanOrEqual(60);
    expect(Math.min(of('freestanding'), of('rust-for-linux'))).toBeGreaterThanOrEqual(15);
    expect(ready).toBeGreaterThanOrEqual(truthCases.length / 3);
  });

  it('are decided by every check at least once', () => {
    const decided = new Set(truthCases.flatMap(({ because, also }) => [...because, ...Object.keys(also ?? {})]));
    expect(checks.map(({ id }) => id).filter((id) => !decided.has(id))).toEqual([]);
  });

  it('have twenty that run each time', () => {
    expect(truthCases.filter(({ always }) => always)).toHaveLength(20);
  });
});
