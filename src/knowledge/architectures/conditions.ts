import { type ConfigCondition, isSet, rustcBefore } from '../kernel/config-condition.ts';

/** Rust only in little-endian kernels. */
export const littleEndian = (from: string, source: string): ConfigCondition => ({
  from,
  forbids: (config) => !isSet(config, 'CPU_LITTLE_ENDIAN'),
  title: 'a big-endian configuration',
  change: 'CONFIG_CPU_LITTLE_ENDIAN on',
  source,
});

/** Rust only in kernels without KASAN. */
export const noKasan = (from: string, source: string): ConfigCondition => ({
  from,
  forbids: (config) => isSet(config, 'KASAN'),
  title: 'CONFIG_KASAN',
  change: 'CONFIG_KASAN off',
  source,
});

/** rustc leaves the register of the shadow call stack alone since 1.82; where that stack is patched in at boot, 1.80 will do. */
export const shadowCallStack = (source: string, patched: string | null): ConfigCondition => ({
  from: '6.12',
  until: '7.2',
  forbids: (config) =>
    isSet(config, 'SHADOW_CALL_STACK') &&
    rustcBefore(config, patched !== null && isSet(config, patched) ? 108000 : 108200),
  title: 'CONFIG_SHADOW_CALL_STACK with a rustc before 1.82',
  change: 'CONFIG_SHADOW_CALL_STACK off, or rustc 1.82 or newer',
  tools: true,
  source,
});

/** The Makefiles refuse such kernels of whatever age. */
const from = '0';

/** Of freestanding modules: a symbol that must be off. */
export const without = (symbol: string, change: string, source: string): ConfigCondition => ({
  from,
  forbids: (config) => isSet(config, symbol),
  title: `CONFIG_${symbol}`,
  change,
  source,
});

/** Of freestanding modules: a symbol that must be on. */
export const only = (symbol: string, title: string, source: string): ConfigCondition => ({
  from,
  forbids: (config) => !isSet(config, symbol),
  title,
  change: `CONFIG_${symbol} on`,
  source,
});
