import { describe, expect, it } from 'vitest';
import { rustcLibrarySource } from '../../../../src/judge/checks/rustc/library-source.ts';
import { facts, host, rustc, rustTree, rustupRustc } from '../../facts.ts';
import { commands, judge } from '../../judging.ts';

it('names the rustc that is taken and its library source, and in detail those passed over', () => {
  expect(judge(rustcLibrarySource, facts({ rustcs: [rustupRustc(), rustc()] }))).toMatchObject({
    status: 'ok',
    found: 'rustc 1.96.0 (/usr/bin/rustc) with library source in /usr/lib/rustlib/src/rust/library',
    detail:
      'Passed over: rustc 1.95.0 (/home/user/.rustup/toolchains/stable/bin/rustc): no library source in its sysroot.',
  });
});

describe('where none will do', () => {
  it("offers the distribution's pair", () => {
    const finding = judge(rustcLibrarySource, facts({ rustcs: [] }));
    expect(finding).toMatchObject({ status: 'fail', found: 'no rustc is installed' });
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['rustc-web', 'rust-web-src']);
  });

  it.each([
    [1, ')'],
    [2, '), and so is the other one'],
    [3, '), and so are the 2 others'],
  ])('says so of all %i', (count, end) => {
    const rustcs = Array.from({ length: count }, () => rustupRustc());
    expect(judge(rustcLibrarySource, facts({ rustcs })).found).toBe(
      `rustc 1.95.0 (/home/user/.rustup/toolchains/stable/bin/rustc) is passed over (no library source in its sysroot${end}`,
    );
  });

  it('names one for each reason', () => {
    const rustcs = [rustupRustc(), rustupRustc(), rustc({ version: '1.63.0', line: 'rustc 1.63.0' })];
    expect(judge(rustcLibrarySource, facts({ rustcs })).found).toMatch(
      /^rustc 1\.95\.0 \(.*\) is passed over \(no library source .*\), rustc 1\.63\.0 \(.*\) is passed over \(below 1\.85\.0\), and so is the other one$/,
    );
  });

  it.each(['timeout', 'crash'] as const)('the status tells of a %s when no rustc answered', (outcome) => {
    expect(judge(rustcLibrarySource, facts({ rustcs: [rustc({ outcome, version: null, line: '' })] })).status).toBe(
      outcome,
    );
  });

  it('explains that an installed rustc package has to go', () => {
    const observed = facts({ rustcs: [rustc({ version: '1.63.0' })], host: host({ packages: ['rustc'] }) });
    expect(commands(judge(rustcLibrarySource, observed))[1]).toBe('apt-get remove --yes rustc');
  });

  it('has only prose for a machine whose packages are not known', () => {
    const finding = judge(rustcLibrarySource, facts({ rustcs: [], host: host({ distribution: null }) }));
    expect(commands(finding)).toEqual([]);
    expect(finding.remedies[0]?.text).toContain('rust-src');
  });
});

it('fails where RUSTC names one that will not do, whatever else is here, since make follows it', () => {
  const named = rustupRustc({ origin: 'environment', path: '/opt/rustc' });
  const finding = judge(rustcLibrarySource, facts({ rustcs: [named, rustc()] }));
  expect(finding.status).toBe('fail');
  expect(finding.found).toContain('RUSTC names /opt/rustc, which will not do (no library source in its sysroot)');
  expect(finding.remedies.map(({ commands, text }) => [commands, text.slice(0, 11)])).toEqual([[[], 'Unset RUSTC']]);
});

it('offers packages where they bring the source of the very rustc that RUSTC names', () => {
  const named = rustc({ origin: 'environment', librarySource: null, librarySourceVersion: null });
  const [remedy] = judge(rustcLibrarySource, facts({ rustcs: [named] })).remedies;
  expect(remedy?.packages).toContain('rust-web-src');
});

it('gives the reason for a rustc that only another flavour takes', () => {
  const own = rustc({ line: 'rustc 1.95.0 (k)', librarySource: null, librarySourceVersion: null });
  const kernels = [rustTree({ metadata: { ...rustTree().metadata, rustc: 'rustc 1.95.0 (k)' } })];
  expect(judge(rustcLibrarySource, facts({ rustcs: [own], kernels })).found).toMatch(
    /is passed over \(no library source in its sysroot\)$/,
  );
});

it.each([
  ['rustc-1.85', 'Unset RUSTC'],
  ['~/.cargo/bin/rustc', 'RUSTC="$HOME/.cargo/bin/rustc"'],
  ['/my tools/rustc', 'without spaces'],
])('RUSTC=%s, which was not found, is answered by advice of its own', (path, help) => {
  const named = rustc({ origin: 'environment', path, outcome: 'missing', version: null, line: '' });
  const finding = judge(rustcLibrarySource, facts({ rustcs: [named, rustc()] }));
  expect(finding.found).toBe(`RUSTC is "${path}", which was not found`);
  expect(finding.remedies[0]?.text).toContain(help);
});
