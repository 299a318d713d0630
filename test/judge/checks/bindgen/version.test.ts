import { describe, expect, it } from 'vitest';
import { bindgenVersion } from '../../../../src/judge/checks/bindgen/version.ts';
import { bindgen, host, kernelFacts } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

const old = bindgen('0.60.1');
const newer = bindgen('0.71.1', { path: '/usr/bin/bindgen-0.71' });
const ubuntu = host({ distribution: { id: 'ubuntu', idLike: ['debian'], versionId: '24.04', name: 'Ubuntu 24.04' } });

it('passes with a bindgen that is new enough', () => {
  expect(judge(bindgenVersion, kernelFacts())).toMatchObject({
    status: 'ok',
    goals: ['kernel'],
    found: 'bindgen 0.72.1 (/usr/bin/bindgen)',
  });
});

describe('where there is none', () => {
  it('offers the package whose version will do', () => {
    const finding = judge(bindgenVersion, kernelFacts({ bindgens: [], host: ubuntu }));
    expect(finding.status).toBe('fail');
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['bindgen-0.71']);
  });

  it('offers no package whose version is too old', () => {
    expect(judge(bindgenVersion, kernelFacts({ bindgens: [] })).remedies[0]).toMatchObject({
      commands: [],
      packages: [],
    });
  });
});

it('offers a versioned package beside one that is too old', () => {
  const finding = judge(bindgenVersion, kernelFacts({ bindgens: [old], host: ubuntu }));
  expect(finding).toMatchObject({ status: 'fail', needed: 'at least 0.71.1, which the kernel 7.3.4 asks for' });
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['bindgen-0.71']);
});

it('makes make take a versioned one where the plain one is too old', () => {
  expect(judge(bindgenVersion, kernelFacts({ bindgens: [old, newer] }))).toMatchObject({
    status: 'warn',
    needed: '"make BINDGEN=/usr/bin/bindgen-0.71" instead of "make"',
  });
});

it('does not choose one that finds no libclang', () => {
  const blind = { ...newer, libclang: { outcome: 'crash', version: null, line: '' } } as const;
  expect(judge(bindgenVersion, kernelFacts({ bindgens: [old, blind] })).status).toBe('fail');
});

it('follows BINDGEN, right or wrong', () => {
  const environment = { BINDGEN: 'bindgen' };
  expect(judge(bindgenVersion, kernelFacts({ environment, bindgens: [old, newer] })).status).toBe('fail');
  expect(judge(bindgenVersion, kernelFacts({ environment, bindgens: [newer, old] })).found).toBe(
    'bindgen 0.71.1 (/usr/bin/bindgen-0.71), as BINDGEN says',
  );
});

it.each(['crash', 'garbage', 'not-runnable'] as const)('a bindgen that ends in %s is reported as one', (outcome) => {
  expect(judge(bindgenVersion, kernelFacts({ bindgens: [bindgen('', { outcome, version: null })] })).status).toBe(
    'crash',
  );
});
