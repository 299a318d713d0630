import { expect, it } from 'vitest';
import { kernelTargetSpec } from '../../../../src/judge/checks/kernel/target-spec.ts';
import { facts, rustTree } from '../../facts.ts';
import { judge } from '../../judging.ts';

const { metadata } = rustTree();

function judgeSpec(overrides: Partial<typeof metadata>, name = 'x86_64', config: Record<string, string> = {}) {
  return judge(
    kernelTargetSpec,
    facts({ kernels: [rustTree({ config, metadata: { ...metadata, ...overrides } })] }),
    name,
  );
}

it('passes with the target.json of the metadata', () => {
  expect(judgeSpec({})).toMatchObject({ status: 'ok', goals: ['rust-for-linux'] });
});

it('fails without one, and says what the hint of rustc is worth', () => {
  const finding = judgeSpec({ targetSpec: false });
  expect(finding).toMatchObject({ status: 'fail', found: '/home/user/linux/scripts/target.json is not there' });
  expect(finding.detail).toContain('rustup target add does not help');
});

it('fails with one that was altered since', () => {
  const rmeta = metadata.rmeta.map((crate) => ({ ...crate, specMatches: false }));
  expect(judgeSpec({ rmeta })).toMatchObject({
    status: 'fail',
    detail: "rustc says: couldn't find crate `core` with expected target triple (E0461).",
  });
});

it('asks for none where the target is built into rustc', () => {
  expect(judgeSpec({ targetSpec: false }, 'arm64', { CONFIG_ARM64: 'y' })).toMatchObject({
    status: 'ok',
    found: 'none is needed: the target of arm64 is built into rustc',
  });
});

it('skips a tree without any Rust metadata', () => {
  expect(judgeSpec({ rmeta: [], so: [], targetSpec: false }).status).toBe('skip');
});
