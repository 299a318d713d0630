import { describe, expect, it } from 'vitest';
import { prepareLibraries } from '../../../../src/judge/checks/prepare/libraries.ts';
import { facts, kernelFacts, prepared, source } from '../../facts.ts';
import { judgeForKernel as judge } from '../../judging.ts';

const without = (...names: string[]) => ({
  ...prepared(),
  libraries: { ...prepared().libraries, ...Object.fromEntries(names.map((name) => [name, false])) },
});

it('passes where all are here', () => {
  expect(judge(prepareLibraries, kernelFacts()).status).toBe('ok');
});

describe('for a source that is not configured', () => {
  it('fails without what the default configuration asks for', () => {
    const finding = judge(prepareLibraries, kernelFacts({ preparation: without('libelf', 'libssl') }));
    expect(finding).toMatchObject({ status: 'fail', found: 'the C headers of libelf are not installed' });
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['libelf-dev']);
  });

  it('warns of what another one would ask for', () => {
    expect(judge(prepareLibraries, kernelFacts({ preparation: without('libssl') }))).toMatchObject({
      status: 'warn',
      needed: 'libssl, which lets sign-file sign modules where CONFIG_MODULE_SIG_FORMAT is set',
    });
    expect(judge(prepareLibraries, kernelFacts({ preparation: without('libelf') }), 'arm64').status).toBe('warn');
  });
});

describe('for a source that is configured', () => {
  it.each([
    ['asks for it', { CONFIG_MODULE_SIG_FORMAT: 'y' }, 'fail'],
    ['does not', { CONFIG_MODULES: 'y' }, 'ok'],
  ])('its configuration %s', (_, config, status) => {
    const kernels = [source({ config: config as Record<string, string> })];
    expect(judge(prepareLibraries, kernelFacts({ kernels, preparation: without('libssl') })).status).toBe(status);
  });
});

it('skips where nobody looked', () => {
  expect(judge(prepareLibraries, facts()).status).toBe('skip');
});
