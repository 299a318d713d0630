import { expect, it } from 'vitest';
import { bindgenLibclang } from '../../../../src/judge/checks/bindgen/libclang.ts';
import type { LibclangFact } from '../../../../src/model/facts.ts';
import { bindgen, kernelFacts } from '../../facts.ts';
import { judgeForKernel } from '../../judging.ts';

function judge(libclang: Partial<LibclangFact>, environment = {}) {
  const whole = { outcome: 'ok', version: '19.1.7', line: '19.1.7 (3+b1)', ...libclang } as const;
  return judgeForKernel(
    bindgenLibclang,
    kernelFacts({ environment, bindgens: [bindgen('0.72.1', { libclang: whole })] }),
  );
}

it('names the libclang that is loaded', () => {
  expect(judge({})).toMatchObject({ status: 'ok', found: '/usr/bin/bindgen loads libclang 19.1.7 (3+b1)' });
});

it('refuses one that is too old, by what the kernel asks of LLVM', () => {
  expect(judge({ version: '14.0.6' })).toMatchObject({
    status: 'fail',
    needed: 'at least 17.0.1, which the kernel 7.3.4 asks for',
  });
});

it.each([
  ['crash', 'crash', 'failed to read a header'],
  ['not-runnable', 'crash', 'failed to read a header'],
  ['garbage', 'crash', 'does not say which libclang'],
  ['timeout', 'timeout', 'did not read a header within 5 s'],
] as const)('a bindgen that ends in %s is a %s', (outcome, status, found) => {
  const finding = judge({ outcome, version: null });
  expect(finding.status).toBe(status);
  expect(finding.found).toContain(found);
});

it('points at LIBCLANG_PATH where it is set', () => {
  const [remedy] = judge({ outcome: 'crash', version: null }, { LIBCLANG_PATH: '/nowhere' }).remedies;
  expect(remedy?.text).toContain('LIBCLANG_PATH, which is /nowhere');
});

it('skips where no bindgen answers', () => {
  expect(judgeForKernel(bindgenLibclang, kernelFacts({ bindgens: [] }))).toMatchObject({
    status: 'skip',
    found: expect.stringContaining('bindgen.version'),
  });
});
