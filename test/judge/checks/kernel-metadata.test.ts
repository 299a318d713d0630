import { describe, expect, it } from 'vitest';
import { kernelMetadata } from '../../../src/judge/checks/kernel-metadata.ts';
import { facts, host, rustTree } from '../facts.ts';
import { commands, judge } from '../judging.ts';

const { metadata } = rustTree();
const none = { rmeta: [], so: [], targetSpec: false, rustc: null };
const ubuntu = host({
  distribution: { id: 'ubuntu', idLike: ['debian'], versionId: '24.04', name: 'Ubuntu 24.04 LTS' },
});

it('passes with every file that a module of this kernel is compiled against', () => {
  expect(judge(kernelMetadata, facts({ kernels: [rustTree()] })).status).toBe('ok');
});

it.each([
  ['libkernel.rmeta', { ...metadata, rmeta: metadata.rmeta.filter((name) => name !== 'libkernel.rmeta') }],
  ['libmacros.so', { ...metadata, so: metadata.so.filter((name) => name !== 'libmacros.so') }],
  ['target.json', { ...metadata, targetSpec: false }],
])('fails without %s, by name', (name, partial) => {
  const finding = judge(kernelMetadata, facts({ kernels: [rustTree({ metadata: partial })] }));
  expect(finding).toMatchObject({ status: 'fail', goals: ['rust-for-linux'], detail: `Missing: ${name}.` });
});

it('does not ask an older kernel for files that came later', () => {
  const older = {
    ...metadata,
    rmeta: ['liballoc', 'libbindings', 'libbuild_error', 'libcompiler_builtins', 'libcore', 'libkernel'].map(
      (n) => `${n}.rmeta`,
    ),
    so: ['libmacros.so'],
  };
  expect(judge(kernelMetadata, facts({ kernels: [rustTree({ release: '6.1.100', metadata: older })] })).status).toBe(
    'ok',
  );
});

it('skips a kernel without CONFIG_RUST', () => {
  expect(judge(kernelMetadata, facts()).status).toBe('skip');
});

describe('on Ubuntu', () => {
  it('offers the package with the metadata of an Ubuntu kernel', () => {
    const kernels = [rustTree({ state: 'headers', release: '6.8.0-59-generic', metadata: none })];
    const finding = judge(kernelMetadata, facts({ host: ubuntu, kernels }));
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['linux-lib-rust-6.8.0-59-generic']);
  });

  it.each(['7.3.4', '6.8.0-59-generic; reboot', '$(reboot)-generic'])(
    'makes no package name of another release: %s',
    (release) => {
      const finding = judge(kernelMetadata, facts({ host: ubuntu, kernels: [rustTree({ release, metadata: none })] }));
      expect(finding.status).toBe('fail');
      expect(commands(finding)).toEqual([]);
    },
  );

  it('cannot promise metadata before the headers are there', () => {
    const finding = judge(kernelMetadata, facts({ host: ubuntu, kernels: [] }));
    expect(finding.status).toBe('fail');
    expect(commands(finding)).toEqual([]);
  });
});
