import { describe, expect, it } from 'vitest';
import { brokenConditions } from '../../../src/judge/tree/config-conditions.ts';
import { allArchitectures, isFull } from '../../../src/knowledge/architectures/plain-architectures.ts';
import { rustConditions } from '../../../src/knowledge/kernel/rust-conditions.ts';
import { configSymbols } from '../../../src/observe/tree/config-symbols.ts';

function broken(release: string, symbols: string[], values: Record<string, string> = {}): string[] {
  const config = { ...Object.fromEntries(symbols.map((symbol) => [`CONFIG_${symbol}`, 'y'])), ...values };
  return brokenConditions(rustConditions, release, config).map(({ title }) => title);
}

it('nothing forbids Rust in an empty configuration', () => {
  expect(['6.1.192', '6.6.30', '6.12.107', '6.18.38', '7.3.4'].flatMap((release) => broken(release, []))).toEqual([]);
});

describe('what forbids Rust', () => {
  it.each([
    ['6.1.192', ['MODVERSIONS'], 'CONFIG_MODVERSIONS'],
    ['6.12.107', ['MODVERSIONS'], 'CONFIG_MODVERSIONS'],
    ['7.3.4', ['MODVERSIONS'], 'CONFIG_MODVERSIONS without CONFIG_GENDWARFKSYMS'],
    ['6.1.192', ['GCC_PLUGINS'], 'CONFIG_GCC_PLUGINS'],
    ['6.1.192', ['SHADOW_CALL_STACK'], 'CONFIG_SHADOW_CALL_STACK'],
    ['6.1.192', ['CFI_CLANG'], 'CONFIG_CFI_CLANG'],
    ['6.12.107', ['CFI_CLANG'], 'CONFIG_CFI with a rustc or an LLVM that cannot normalise integers'],
    ['7.3.4', ['CFI'], 'CONFIG_CFI with a rustc or an LLVM that cannot normalise integers'],
    ['6.12.107', ['RANDSTRUCT'], 'CONFIG_RANDSTRUCT'],
    ['7.3.4', ['GCC_PLUGIN_RANDSTRUCT'], 'CONFIG_RANDSTRUCT'],
    ['6.12.107', ['DEBUG_INFO_BTF'], 'CONFIG_DEBUG_INFO_BTF with a pahole before 1.24'],
    ['7.3.4', ['DEBUG_INFO_BTF', 'PAHOLE_HAS_LANG_EXCLUDE', 'LTO'], 'CONFIG_DEBUG_INFO_BTF together with CONFIG_LTO'],
    ['7.3.4', ['KASAN'], 'CONFIG_KASAN with GCC'],
    ['6.12.107', ['KASAN_SW_TAGS'], 'CONFIG_KASAN_SW_TAGS'],
  ])('in %s: %j', (release, symbols, title) => {
    expect(broken(release, symbols)).toEqual([title]);
  });

  it.each([
    ['6.12.107', ['CALL_PADDING'], '108000', 'CONFIG_CALL_PADDING with a rustc before 1.81'],
    ['7.3.4', ['KASAN_SW_TAGS'], '109500', 'CONFIG_KASAN_SW_TAGS with a rustc before 1.96'],
    [
      '6.12.107',
      ['KASAN', 'MITIGATION_RETHUNK', 'CC_IS_CLANG'],
      '108200',
      'CONFIG_KASAN together with CONFIG_MITIGATION_RETHUNK with a rustc before 1.83',
    ],
  ])('in %s: %j with a rustc too old for it', (release, symbols, version, title) => {
    expect(broken(release, symbols, { CONFIG_RUSTC_VERSION: version })).toEqual([title]);
    expect(broken(release, symbols, { CONFIG_RUSTC_VERSION: '109600' })).toEqual([]);
  });
});

it.each([
  ['7.3.4', ['MODVERSIONS', 'GENDWARFKSYMS']],
  ['7.3.4', ['CALL_PADDING']],
  ['6.12.107', ['GCC_PLUGINS', 'SHADOW_CALL_STACK']],
  ['6.12.107', ['CFI_CLANG', 'HAVE_CFI_ICALL_NORMALIZE_INTEGERS_RUSTC']],
  ['7.3.4', ['DEBUG_INFO_BTF', 'PAHOLE_HAS_LANG_EXCLUDE']],
  ['7.3.4', ['KASAN', 'CC_IS_CLANG']],
  ['7.3.4', ['LTO']],
])('nothing forbids it in %s: %j', (release, symbols) => {
  expect(broken(release, symbols)).toEqual([]);
});

it.each(['y', 'n'])(
  'and the support of architectures hang only on symbols that are read of a configuration (%s)',
  (value) => {
    const read = new Set<string>();
    const get = (_: object, name: string | symbol) => {
      read.add(String(name).replace('CONFIG_', ''));
      return value;
    };
    const config = new Proxy<Record<string, string>>({}, { get });
    const ofArchitectures = allArchitectures.flatMap((row) => [
      ...(row.rust?.conditions ?? []),
      ...(isFull(row) ? row.freestanding.conditions : []),
    ]);
    for (const { forbids } of [...rustConditions, ...ofArchitectures]) forbids(config);
    expect(read.size).toBeGreaterThan(10);
    expect([...read].filter((symbol) => !configSymbols.includes(symbol))).toEqual([]);
  },
);
