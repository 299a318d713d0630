import { describe, expect, it } from 'vitest';
import { renderJunit } from '../../src/report/junit.ts';
import { facts, tree } from '../judge/facts.ts';
import { assess } from '../judge/judging.ts';
import { allKernels } from './reports.ts';
import { readXml } from './xml-document.ts';

const lax = { strict: false };

/** The suites of a report: name, and the cases in it by the outcome of each. */
function suitesOf(document: string) {
  return Object.fromEntries(
    readXml(document).children.map(({ attributes, children }) => [
      attributes.name,
      { attributes, cases: Object.fromEntries(children.map((one) => [one.attributes.name, one.children[0]?.name])) },
    ]),
  );
}

describe('the JUnit report', () => {
  const report = assess(facts({ make: null }));

  it('is a suite a goal with a case a finding, and counts what failed and what was skipped', () => {
    const suites = suitesOf(renderJunit(report, lax));
    expect(Object.keys(suites)).toEqual(['rust-for-linux', 'freestanding', 'boot', 'information']);
    const { attributes, cases } = suites.freestanding ?? {};
    const outcomes = Object.values(cases ?? {});
    const count = (name: string) => String(outcomes.filter((one) => one === name).length);
    expect(attributes).toMatchObject({
      tests: String(report.findings.filter(({ goals }) => goals.includes('freestanding')).length),
      failures: count('failure'),
      skipped: count('skipped'),
    });
    expect(cases?.['make.version: make']).toBe('failure');
    expect(cases?.['kernel.tree: Kernel tree']).toBe('system-out');
  });

  it('says in a failure what was found, what it takes and the commands that help', () => {
    const document = renderJunit(report, lax);
    const failure = readXml(document).children[1]?.children.find(({ attributes }) =>
      attributes.name?.startsWith('make.'),
    );
    const { found, needed } = report.findings.find(({ id }) => id === 'make.version') ?? {};
    expect(failure?.children[0]?.attributes.message).toBe(found);
    expect(failure?.children[0]?.text).toContain(`\n${found}\nneeded: ${needed}\n`);
    expect(failure?.children[0]?.text).toMatch(/^ {2}apt-get install .* make$/m);
  });

  it('lets warnings fail only when it is strict', () => {
    const warned = assess(facts({ kernels: [tree({ release: '6.1.0-40-amd64' })] }));
    const outcome = (strict: boolean) =>
      suitesOf(renderJunit(warned, { strict })).information?.cases['host.kernel: Running kernel'];
    expect([outcome(false), outcome(true)]).toEqual(['system-out', 'failure']);
  });

  it('has what was left out as skipped cases', () => {
    const left = assess(facts(), 'x86_64', { asked: ['freestanding'], leaveOut: new Set(['make.version']) });
    expect(suitesOf(renderJunit(left, lax)).freestanding?.cases['make.version']).toBe('skipped');
  });

  it('has suites of every kernel, and one of the trials, in which a disagreement fails', () => {
    const trial = { goal: 'freestanding' as const, exitCode: 2, seconds: 3.25, agrees: false, output: ['<no>'] };
    const suites = suitesOf(renderJunit({ ...allKernels(), trials: [trial] }, lax));
    expect(Object.keys(suites)).toContain('6.1.0-40-amd64 in /usr/src/old: freestanding');
    expect(suites.trials?.cases).toEqual({ freestanding: 'failure' });
  });

  it('stays well-formed whatever a machine puts into it', () => {
    const odd = assess(
      facts({ kernels: [tree({ dir: '/k"]]>&<\u001b\ud800\ufffe', state: 'not-a-tree', origin: 'named' })] }),
    );
    const { cases } = suitesOf(renderJunit(odd, lax)).freestanding ?? {};
    expect(cases?.['kernel.tree: Kernel tree']).toBe('failure');
    expect(renderJunit(odd, lax)).toContain('/k&#34;]]&#62;&#38;&#60;\\u{1b}\\u{d800} is no kernel tree');
  });
});
