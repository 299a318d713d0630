import { expect, it } from 'vitest';
import { allArchitectures } from '../../../src/knowledge/architectures/plain-architectures.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import { renderMatrixText } from '../../../src/report/matrix/text.ts';
import { facts } from '../../judge/facts.ts';
import { assess } from '../../judge/judging.ts';
import { haveRust, matrix } from '../../judge/matrix-facts.ts';

const everyName = allArchitectures.map(({ name }) => name);

function report(
  names = everyName,
  ...more: Parameters<typeof matrix> extends [unknown, ...infer Rest] ? Rest : never
): Assessment {
  return { ...assess(facts()), architectures: matrix(names, ...more) };
}

function text(assessment: Assessment, verbose = false): string {
  return renderMatrixText(assessment, { colour: false, verbose });
}

it('has one line an architecture, of at most 100 columns, under two lines of heads', () => {
  const lines = text(report()).split('\n');
  expect(lines.slice(2, 2 + everyName.length).map((line) => line.split(' ')[0])).toEqual(everyName);
  expect(lines[2]).toMatch(/^x86_64 +yes +- +- +yes +6\.1\+ +12\.2 +2\.40 +7\.2 +ready +BLOCKED$/);
  expect(lines.find((line) => line.startsWith('csky '))).toMatch(
    /^csky +no +- +- +yes +no +- +- +- +BLOCKED +BLOCKED$/,
  );
  for (const line of text(report(), true).split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
});

it.each([
  [80, /^arm64 +yes +- +- +yes +6\.9\+/],
  [100, /^arm64 +yes {2,}- {2,}- {2,}yes {2,}6\.9\+/],
  [200, /^arm64 +yes .* yes aarch64-unknown-none-softfloat +6\.9\+/],
])('fits into %i columns', (columns, arm64) => {
  const lines = renderMatrixText(report(), { colour: false, verbose: true, columns }).split('\n');
  for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(columns);
  expect(lines.find((line) => line.startsWith('arm64 '))).toMatch(arm64);
});

it('keeps its columns where versions are long', () => {
  const long = facts({ clang: null });
  for (const gcc of long.gccs) gcc.version = '112.2000.1';
  const [above = '', below = '', first = ''] = text(report(['x86_64'], {}, long)).split('\n');
  expect(first.indexOf('ready')).toBe(below.indexOf('standing'));
  expect(above.indexOf('free-')).toBe(below.indexOf('standing'));
});

it('says what Rust in the kernels takes, why verdicts are not ready, and what to do', () => {
  const bare = facts({ kernels: [], qemu: null });
  const said = text(report(['x86_64', 's390x'], {}, bare));
  expect(said).toContain('  s390x: CONFIG_EXPOLINE off; rustc 1.96.0 or newer\n');
  expect(said).toContain('  x86_64: Freestanding modules can be built');
  expect(said).toContain('      kernel-rust-module setup\n');
  expect(said).not.toContain('Every cell');
});

it('names the source that was read, and tells the reason of every cell where that is asked or one row is all', () => {
  const one = text(report(['arm'], { haveRust }));
  expect(one.replace(/\s+/g, ' ')).toContain('as the Kconfig files of 7.3.4 in /usr/src/linux have it.');
  for (const assessment of [one, text(report(['arm', 'm68k'], { haveRust }), true)]) {
    expect(assessment).toContain('Every cell');
    expect(assessment).toContain('C compiler           arm-linux-gnueabihf-gcc is not installed');
    expect(assessment).toContain('the LLVM 22.1.8 in /usr/bin/rustc');
  }
});

it('says the same in colour', () => {
  const assessment = report();
  const bare = renderMatrixText(assessment, { colour: true, verbose: true }).replace(/\u001b\[\d+m/g, '');
  expect(bare).toBe(text(assessment, true));
});
