import { expect, it } from 'vitest';
import { bindgenBehaviour } from '../../../../src/judge/checks/bindgen/behaviour.ts';
import { bindgenDefects } from '../../../../src/knowledge/kernel/bindgen-defects.ts';
import { bindgen, kernelFacts } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

it('passes where bindgen showed none', () => {
  expect(judge(bindgenBehaviour, kernelFacts()).status).toBe('ok');
});

it.each(bindgenDefects.map(({ name, bindgen: { before } }) => [name, before]))(
  'warns of %s, which %s mended',
  (name, before) => {
    const finding = judge(bindgenBehaviour, kernelFacts({ bindgens: [bindgen('0.66.0', { defects: [name] })] }));
    expect(finding.status).toBe('warn');
    expect(finding.remedies[0]?.text).toBe(`Update bindgen to ${before} or newer.`);
  },
);

it('asks of several for the version that is free of all', () => {
  const defects = ['declared-structures', 'concatenated-names'];
  const finding = judge(bindgenBehaviour, kernelFacts({ bindgens: [bindgen('0.66.0', { defects })] }));
  expect(finding.needed).toContain('0.72.1 or newer');
});

it('skips where no bindgen answers', () => {
  expect(judge(bindgenBehaviour, kernelFacts({ bindgens: [] })).found).toContain('bindgen.version');
});
