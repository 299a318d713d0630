import { expect, it } from 'vitest';
import { isForForeign, isForManager } from '../../../src/judge/remedy/remedies.ts';
import { stepsOf } from '../../../src/report/parts/steps.ts';
import { renderWhatToDo } from '../../../src/report/plain/what-to-do.ts';
import { facts, rustTree } from '../../judge/facts.ts';
import { assess } from '../../judge/judging.ts';

/** Of a machine without make; what was loaded before the release does not count. */
const report = (name: string) => assess(facts({ make: null }), name, { leaveOut: new Set(['host.architecture']) });

const lines = (name: string) =>
  renderWhatToDo([report(name)], { paint: (_, text) => text, width: 100 }).map((line) => line.trim());

it("names the one command that brings all packages for the machine's own architecture", () => {
  expect(lines('x86_64')).toContain('kernel-rust-module setup');
});

it('names the architecture in that command where it is another one', () => {
  expect(lines('arm64')).toContain('kernel-rust-module setup --arch arm64');
});

it('lists what commands fix of a blocked goal, and does not call that enough', () => {
  const stuck = assess(facts({ make: null, kernels: [rustTree({ moduleSymvers: false })] }));
  expect(stuck.verdicts['rust-for-linux']).toMatchObject({
    status: 'blocked',
    because: ['kernel.symvers'],
    alsoMissing: { because: ['make.version'], remedies: [{ packages: ['make'] }] },
  });
  const text = renderWhatToDo([{ ...stuck, asked: ['rust-for-linux'] }], {
    paint: (_, words) => words,
    width: 200,
  }).join('\n');
  expect(text).toContain('also missing for rust-for-linux, which this alone does not make ready: Install make');
  expect(text).toMatch(/apt-get install .* make$/m);
  expect(text).not.toContain('kernel-rust-module setup');
});

it('has our own command after all packages, since it takes those of every goal', () => {
  const lacking = facts({ make: null, kernels: [], qemu: null });
  const steps = stepsOf([assess(lacking, 'arm64')])
    .filter(({ goals }) => goals.length > 0)
    .map(({ remedy }) => remedy);
  const ours = steps.findIndex(isForForeign);
  expect(ours).toBeGreaterThan(0);
  expect(steps.slice(ours).some(isForManager)).toBe(false);
});
