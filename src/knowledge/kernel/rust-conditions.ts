import { type ConfigCondition, isSet, rustcBefore } from './config-condition.ts';

const kconfig = (releases: string) => `config RUST in init/Kconfig of ${releases}`;

/**
 * What `config RUST` depends on beside the architecture (HAVE_RUST) and the tools (RUST_IS_AVAILABLE). A broken one makes
 * Kconfig drop CONFIG_RUST without a word. Sources: init/Kconfig of 6.1, 6.12, 7.2 and 7.3; the patches named where
 * a rule began or ended in between.
 */
export const rustConditions: readonly ConfigCondition[] = [
  {
    from: '6.1',
    until: '6.14',
    forbids: (config) => isSet(config, 'MODVERSIONS'),
    title: 'CONFIG_MODVERSIONS',
    change: 'CONFIG_MODVERSIONS off',
    source: kconfig('6.1 and 6.12'),
  },
  {
    from: '6.14',
    forbids: (config) => isSet(config, 'MODVERSIONS') && !isSet(config, 'GENDWARFKSYMS'),
    title: 'CONFIG_MODVERSIONS without CONFIG_GENDWARFKSYMS',
    change: 'CONFIG_MODVERSIONS off, or CONFIG_GENDWARFKSYMS on as well',
    source: `${kconfig('7.2')}; "rust: Use gendwarfksyms + extended modversions for CONFIG_RUST"`,
  },
  {
    from: '6.1',
    forbids: (config) => isSet(config, 'DEBUG_INFO_BTF') && !isSet(config, 'PAHOLE_HAS_LANG_EXCLUDE'),
    title: 'CONFIG_DEBUG_INFO_BTF with a pahole before 1.24',
    change: 'pahole 1.24 or newer, or CONFIG_DEBUG_INFO_BTF off',
    tools: true,
    source: kconfig('6.1 to 7.3'),
  },
  {
    from: '6.1',
    forbids: (config) => isSet(config, 'DEBUG_INFO_BTF') && isSet(config, 'LTO'),
    title: 'CONFIG_DEBUG_INFO_BTF together with CONFIG_LTO',
    change: 'CONFIG_DEBUG_INFO_BTF or CONFIG_LTO off',
    source: `${kconfig('6.1 to 7.3')}; "rust: Disallow BTF generation with Rust + LTO", also in stable releases`,
  },
  {
    from: '6.1',
    forbids: (config) => isSet(config, 'RANDSTRUCT') || isSet(config, 'GCC_PLUGIN_RANDSTRUCT'),
    title: 'CONFIG_RANDSTRUCT',
    change: 'CONFIG_RANDSTRUCT_NONE',
    source: kconfig('6.1 to 7.3'),
  },
  {
    from: '6.1',
    until: '6.12',
    forbids: (config) => isSet(config, 'GCC_PLUGINS'),
    title: 'CONFIG_GCC_PLUGINS',
    change: 'CONFIG_GCC_PLUGINS off',
    source: kconfig('6.1'),
  },
  {
    from: '6.1',
    until: '6.12',
    forbids: (config) => isSet(config, 'SHADOW_CALL_STACK'),
    title: 'CONFIG_SHADOW_CALL_STACK',
    change: 'CONFIG_SHADOW_CALL_STACK off',
    source: kconfig('6.1'),
  },
  {
    from: '6.1',
    until: '6.12',
    forbids: (config) => isSet(config, 'CFI_CLANG'),
    title: 'CONFIG_CFI_CLANG',
    change: 'CONFIG_CFI_CLANG off',
    source: kconfig('6.1'),
  },
  {
    from: '6.12',
    forbids: (config) =>
      (isSet(config, 'CFI') || isSet(config, 'CFI_CLANG')) && !isSet(config, 'HAVE_CFI_ICALL_NORMALIZE_INTEGERS_RUSTC'),
    title: 'CONFIG_CFI with a rustc or an LLVM that cannot normalise integers',
    change: 'CONFIG_CFI off, or a rustc with LLVM 19.1.3 or newer',
    tools: true,
    source: kconfig('6.12 to 7.3'),
  },
  {
    from: '6.12',
    until: '7.2',
    forbids: (config) => isSet(config, 'CALL_PADDING') && rustcBefore(config, 108100),
    title: 'CONFIG_CALL_PADDING with a rustc before 1.81',
    change: 'rustc 1.81 or newer',
    tools: true,
    source: kconfig('6.12'),
  },
  {
    from: '6.12',
    forbids: (config) => isSet(config, 'KASAN') && !isSet(config, 'CC_IS_CLANG'),
    title: 'CONFIG_KASAN with GCC',
    change: 'CONFIG_KASAN off, or LLVM=1',
    tools: true,
    source: kconfig('6.12, 7.2 and 7.3'),
  },
  {
    from: '6.12',
    until: '7.2',
    forbids: (config) => isSet(config, 'KASAN_SW_TAGS'),
    title: 'CONFIG_KASAN_SW_TAGS',
    change: 'CONFIG_KASAN_SW_TAGS off',
    source: kconfig('6.12'),
  },
  {
    from: '7.2',
    forbids: (config) => isSet(config, 'KASAN_SW_TAGS') && rustcBefore(config, 109600),
    title: 'CONFIG_KASAN_SW_TAGS with a rustc before 1.96',
    change: 'CONFIG_KASAN_SW_TAGS off, or rustc 1.96 or newer',
    tools: true,
    source: kconfig('7.2 and 7.3'),
  },
  {
    from: '6.12',
    until: '7.2',
    forbids: (config) => isSet(config, 'MITIGATION_RETHUNK') && isSet(config, 'KASAN') && rustcBefore(config, 108300),
    title: 'CONFIG_KASAN together with CONFIG_MITIGATION_RETHUNK with a rustc before 1.83',
    change: 'CONFIG_KASAN off, or rustc 1.83 or newer',
    tools: true,
    source: kconfig('6.12'),
  },
];
