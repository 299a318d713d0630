import { describe, expect, it } from 'vitest';
import { rustcIdentity } from '../../../../src/judge/checks/rustc/identity.ts';
import type { KernelTreeFact } from '../../../../src/model/facts.ts';
import { facts, host, rustc, rustTree, rustupRustc, stockHeaders } from '../../facts.ts';
import { commands, judge } from '../../judging.ts';

it('passes with the rustc that built the kernel', () => {
  expect(judge(rustcIdentity, facts({ kernels: [rustTree()] })).status).toBe('ok');
});

it('skips a kernel without CONFIG_RUST', () => {
  expect(judge(rustcIdentity, facts()).status).toBe('skip');
});

describe('of Debian’s kernels for another architecture', () => {
  const distribution = { id: 'debian', idLike: [], versionId: '', name: 'Debian GNU/Linux forky/sid' };
  const line = 'rustc 1.97.1 (8bab26f4f 2026-07-14) (built from a source tarball)';
  const config = { CONFIG_X86_64: 'n', CONFIG_ARM64: 'y', CONFIG_RUSTC_VERSION_TEXT: line };
  const headers = stockHeaders({ release: '7.2.13+deb14-arm64', config });
  const finding = (kernels: KernelTreeFact[], packages: string[] = []) =>
    judge(rustcIdentity, facts({ host: host({ distribution, packages }), rustcs: [], kernels }), 'arm64');

  it('is told by the headers, which set-up brings', () => {
    expect(finding([]).status).toBe('skip');
  });

  it('is not told by headers that are here and do not name it', () => {
    const { CONFIG_RUSTC_VERSION_TEXT: _, ...rest } = headers.config;
    const silent = { ...headers, config: rest };
    expect(finding([silent])).toMatchObject({
      status: 'fail',
      found: `which rustc built the kernel ${headers.release} cannot be told`,
    });
  });

  it('is that of the archive, whose newest headers set-up unpacks', () => {
    expect(finding([headers])).toMatchObject({ status: 'fail', remedies: [{ packages: ['rustc'] }] });
    expect(commands(finding([headers], ['rustc']))).toEqual([]);
    expect(commands(finding([{ ...headers, release: '7.2.13-mine' }]))).toEqual([]);
  });
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

  it('tells of another build of the same number, which will not do', () => {
    const official = rustc({ line: 'rustc 1.96.0 (ac68faa20 2026-05-25)' });
    expect(judge(rustcIdentity, facts({ kernels: [rustTree()], rustcs: [official] })).found).toBe(
      'rustc 1.96.0 (/usr/bin/rustc) has the number of the one that built the kernel 7.3.4, and is another build',
    );
  });

  it('says why the very one will not do', () => {
    const finding = judge(rustcIdentity, facts({ kernels: [rustTree()], rustcs: [rustc({ llvmBackend: false })] }));
    expect(finding.found).toBe('/usr/bin/rustc built the kernel 7.3.4, and will not do: its LLVM has no X86 back end');
  });

  it('says that none answers', () => {
    const rustcs = [rustc({ outcome: 'crash', version: null, line: '' })];
    expect(judge(rustcIdentity, facts({ kernels: [rustTree()], rustcs })).found).toBe('no rustc here works');
  });

  describe('and an official release built the kernel', () => {
    const metadata = { ...rustTree().metadata, rustc: 'rustc 1.92.0 (ded5c06cf 2025-12-08)' };
    const kernels = [rustTree({ metadata })];

    it('rustup brings it', () => {
      const rustup = { shim: '/home/user/.cargo/bin/rustc', defaultRustc: null };
      expect(commands(judge(rustcIdentity, facts({ kernels, rustup })))).toEqual([
        'rustup toolchain install 1.92.0 --profile minimal',
      ]);
    });

    it('rustup is advised where it is not here', () => {
      const finding = judge(rustcIdentity, facts({ kernels }));
      expect(commands(finding)).toEqual([]);
      expect(finding.remedies[0]?.text).toContain('rustup toolchain install 1.92.0');
    });
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
