import { expect, it } from 'vitest';
import { kernelOneRustc } from '../../../../src/judge/checks/kernel/one-rustc.ts';
import { facts, rmeta, rustc, rustTree } from '../../facts.ts';
import { judge } from '../../judging.ts';

const { metadata } = rustTree();
const another = 'rustc 1.96.0 (ac68faa20 2026-05-25)';

function judgeMetadata(overrides: Partial<typeof metadata>, config: Record<string, string> = {}) {
  return judge(kernelOneRustc, facts({ kernels: [rustTree({ config, metadata: { ...metadata, ...overrides } })] }));
}

it('passes where one rustc wrote everything, and names it', () => {
  expect(judgeMetadata({}, { CONFIG_RUSTC_VERSION_TEXT: rustc().line })).toMatchObject({
    status: 'ok',
    found: rustc().line,
    goals: ['rust-for-linux'],
  });
});

it('fails with a crate by another build of the same number', () => {
  const crates = metadata.rmeta.map((crate) =>
    crate.name === 'libkernel.rmeta' ? { ...crate, rustc: another } : crate,
  );
  const finding = judgeMetadata({ rmeta: crates });
  expect(finding).toMatchObject({
    status: 'fail',
    found: 'the Rust metadata in /home/user/linux/rust was written by 2 different rustcs',
  });
  expect(finding.detail).toContain(`${another}: libkernel.rmeta.`);
});

it('fails with a macro by another rustc, but leaves out one that does not say', () => {
  const with_ = (line: string | null) => metadata.so.map((macro) => ({ ...macro, rustc: line }));
  expect(judgeMetadata({ so: with_(another) }).status).toBe('fail');
  expect(judgeMetadata({ so: with_(null) }).status).toBe('ok');
});

it('leaves a crate alone that modules are not compiled against', () => {
  expect(judgeMetadata({ rmeta: [...metadata.rmeta, rmeta('libmine.rmeta', { rustc: another })] }).status).toBe('ok');
});

it('warns where the configuration names another rustc, which the metadata outvotes', () => {
  expect(judgeMetadata({}, { CONFIG_RUSTC_VERSION_TEXT: another })).toMatchObject({
    status: 'warn',
    found: `${rustc().line}, though the configuration names ${another}`,
  });
});

it('skips where there is no metadata, or none that says who wrote it', () => {
  expect(judgeMetadata({ rmeta: [], so: [] }).status).toBe('skip');
  const silent = { rmeta: metadata.rmeta.map((crate) => ({ ...crate, rustc: null })), so: [] };
  expect(judgeMetadata(silent).status).toBe('skip');
});
