import { describe, expect, it, test } from 'vitest';
import { readMakefile } from '../../../src/observe/build/makefile.ts';
import { areMet } from '../../../src/observe/build/makefile-condition.ts';

/** What a Makefile names when these variables are set and no other is. */
function named(lines: string[], set: Record<string, string> = {}): string[] {
  return readMakefile(lines.join('\n'), 'x86')
    .filter(({ conditions }) => areMet(conditions, (variable) => set[variable] ?? ''))
    .map(({ tree, file, as }) => `${as} ${tree} ${file}`);
}

test('what make must include is named, and what it may do without is not', () => {
  expect(
    named([
      'include $(srctree)/scripts/Kbuild.include',
      'include include/config/auto.conf',
      'include $(srctree)/arch/$(SRCARCH)/Makefile',
      '-include $(objtree)/.kernelvariables',
      'include $(kbuild-file)',
      '# include $(srctree)/scripts/comment',
      '\t$(Q)$(MAKE) -f $(srctree)/scripts/Makefile.modinst',
    ]),
  ).toEqual([
    'include source scripts/Kbuild.include',
    'include object include/config/auto.conf',
    'include source arch/x86/Makefile',
  ]);
});

test('lists that depend on the configuration are followed', () => {
  const lines = [
    'include-y := scripts/Makefile.warn',
    'include-$(CONFIG_KASAN)\t+= scripts/Makefile.kasan',
    'include $(addprefix $(srctree)/, $(include-y))',
  ];
  expect(named(lines)).toEqual(['include source scripts/Makefile.warn']);
  expect(named(lines, { CONFIG_KASAN: 'y' })).toEqual([
    'include source scripts/Makefile.warn',
    'include source scripts/Makefile.kasan',
  ]);
});

test('what compilers are told to read or load is named', () => {
  const lines = [
    'USERINCLUDE := -I$(srctree)/include/uapi \\',
    '\t-include $(srctree)/include/linux/kconfig.h',
    'rust_flags = $(_rust_flags) @$(objtree)/include/generated/rustc_cfg',
    'X += -frandomize-layout-seed-file=$(objtree)/scripts/basic/randstruct.seed',
    'gcc-plugin-$(CONFIG_GCC_PLUGIN_STACKLEAK) += stackleak_plugin.so',
    'F := $(strip $(addprefix -fplugin=$(objtree)/scripts/gcc-plugins/, $(gcc-plugin-y)) $(gcc-plugin-cflags-y))',
    'checked-configs := $(addprefix $(objtree)/, include/generated/autoconf.h include/generated/rustc_cfg)',
    '.module-common.o: $(srctree)/scripts/module-common.c FORCE',
  ];
  expect(named(lines, { CONFIG_GCC_PLUGIN_STACKLEAK: 'y' })).toEqual([
    'flag source include/linux/kconfig.h',
    'flag object include/generated/rustc_cfg',
    'flag object scripts/basic/randstruct.seed',
    'flag object scripts/gcc-plugins/stackleak_plugin.so',
    'flag object include/generated/autoconf.h',
    'flag object include/generated/rustc_cfg',
    'source source scripts/module-common.c',
  ]);
});

test('an option in a list counts with the symbol of the list, and in one of another kind never', () => {
  const lines = [
    'ubsan-$(CONFIG_UBSAN_INTEGER_WRAP) += -fsanitize-ignorelist=$(srctree)/scripts/integer-wrap-ignore.scl',
    'flags-$(call cc-option,-x) += -x=$(srctree)/scripts/x',
  ];
  expect(named(lines)).toEqual([]);
  expect(named(lines, { CONFIG_UBSAN_INTEGER_WRAP: 'y' })).toEqual(['flag source scripts/integer-wrap-ignore.scl']);
});

describe('a conditional', () => {
  const lines = [
    'ifdef CONFIG_A',
    'include $(srctree)/a',
    'else ifeq ($(CONFIG_B),y)',
    'include $(srctree)/b',
    'else # neither',
    '  ifneq ($(M),)',
    '    include $(srctree)/c',
    '  endif',
    'endif',
    'ifneq ($(findstring clang,$(CC_VERSION_TEXT)),)',
    'include $(srctree)/clang',
    'endif',
    'ifeq ($(shell rm -rf /),)',
    'include $(srctree)/never',
    'endif',
  ];

  it.each([
    [{ CONFIG_A: 'y' }, ['a']],
    [{ CONFIG_A: 'y', CONFIG_B: 'y' }, ['a']],
    [{ CONFIG_B: 'y' }, ['b']],
    [{ CONFIG_B: 'm' }, []],
    [{ M: '/module' }, ['c']],
    [{ CONFIG_CC_IS_CLANG: 'y' }, ['clang']],
  ])('chooses with %j', (set, files) => {
    expect(named(lines, set)).toEqual(files.map((file) => `include source ${file}`));
  });
});

test('a variable that is not known decides nothing', () => {
  const conditions = [{ variable: 'X', value: null, holds: false }];
  expect([areMet(conditions, () => undefined), areMet(conditions, () => '')]).toEqual([false, true]);
});

test('a Makefile of one endless line, or of nothing but conditionals, is read at once', () => {
  const started = performance.now();
  readMakefile(`X += ${'-a=$(srctree)'.repeat(40_000)}`, 'x86');
  readMakefile('ifdef A\n'.repeat(60_000), 'x86');
  readMakefile('include-y += a b\ninclude $(addprefix $(srctree)/, $(include-y))\n'.repeat(500), 'x86');
  expect(performance.now() - started).toBeLessThan(5000);
});
