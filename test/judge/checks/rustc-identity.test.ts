import { describe, expect, it } from 'vitest';
import { rustcIdentity } from '../../../src/judge/checks/rustc-identity.ts';
import { facts, host, rustc, rustTree, rustupRustc } from '../facts.ts';
import { commands, judge } from '../judging.ts';

it('passes with the rustc that built the kernel', () => {
  expect(judge(rustcIdentity, facts({ kernels: [rustTree()] })).status).toBe('ok');
});

it('skips a kernel without CONFIG_RUST', () => {
  expect(judge(rustcIdentity, facts()).status).toBe('skip');
});

describe('without that rustc', () => {
  it('quotes its version line, which must be met to the letter', () => {
    const finding = judge(rustcIdentity, facts({ kernels: [rustTree()], rustcs: [rustupRustc()] }));
    expect(finding).toMatchObject({ status: 'fail', goals: ['rust-for-linux'] });
    expect(finding.needed).toContain(`"${rustc().line}", to the letter`);
  });

  it('offers the package that holds it, where the table knows one', () => {
    const finding = judge(rustcIdentity, facts({ kernels: [rustTree()], rustcs: [] }));
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['rustc-web']);
  });

  it('offers prose for any other', () => {
    const metadata = { ...rustTree().metadata, rustc: 'rustc 1.92.0 (unknown)' };
    expect(commands(judge(rustcIdentity, facts({ kernels: [rustTree({ metadata })] })))).toEqual([]);
  });
});

it('cannot tell before the headers of a kernel with Rust are there', () => {
  const distribution = { id: 'debian', idLike: [], versionId: '', name: 'Debian GNU/Linux forky/sid' };
  const finding = judge(rustcIdentity, facts({ kernels: [], host: host({ distribution }) }));
  expect(finding).toMatchObject({
    status: 'fail',
    found: "which rustc built Debian testing or unstable's kernel 7.2 cannot be told",
  });
});
