import { expect, it } from 'vitest';
import { bindgenBindings } from '../../../../src/judge/checks/bindgen/bindings.ts';
import { bindgenDefects } from '../../../../src/knowledge/kernel/bindgen-defects.ts';
import { bindgen, kernelFacts } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

it.each(bindgenDefects.map(({ name, stops }) => [name, stops]))(
  'knows whether the build stops for %s',
  (name, stops) => {
    const finding = judge(bindgenBindings, kernelFacts({ bindgens: [bindgen('0.71.1', { defects: [name] })] }));
    expect(finding.status).toBe(stops === null ? 'ok' : 'fail');
    expect(finding.remedies).toHaveLength(stops === null ? 0 : 1);
    expect(finding.detail).toContain(stops ?? '');
  },
);

it('passes where bindgen showed no defect, and skips where none answers', () => {
  expect(judge(bindgenBindings, kernelFacts()).status).toBe('ok');
  expect(judge(bindgenBindings, kernelFacts({ bindgens: [] })).found).toContain('bindgen.version');
});
