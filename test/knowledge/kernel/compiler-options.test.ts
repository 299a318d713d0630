import { expect, it } from 'vitest';
import { compilerOptions } from '../../../src/knowledge/kernel/compiler-options.ts';
import { parseKernelConfig } from '../../../src/observe/tree/kernel-config.ts';

/** The options that a configuration asks for, as far as what is read of it says so. */
const asked = (...lines: string[]) =>
  compilerOptions.filter(({ asks }) => asks(parseKernelConfig(lines.join('\n')))).map(({ option }) => option);

it.each([
  [['CONFIG_CC_HAS_MIN_FUNCTION_ALIGNMENT=y', 'CONFIG_FUNCTION_ALIGNMENT=16'], ['-fmin-function-alignment']],
  [['CONFIG_CC_HAS_MIN_FUNCTION_ALIGNMENT=y', 'CONFIG_FUNCTION_ALIGNMENT=0'], []],
  [['CONFIG_DEBUG_INFO_COMPRESSED_ZSTD=y'], ['-gz=zstd']],
  [['CONFIG_INIT_STACK_ALL_ZERO=y'], ['-ftrivial-auto-var-init']],
  [['CONFIG_INIT_STACK_ALL_PATTERN=y'], ['-ftrivial-auto-var-init']],
  [['CONFIG_ZERO_CALL_USED_REGS=y'], ['-fzero-call-used-regs']],
  [['CONFIG_MITIGATION_SLS=y'], ['-mharden-sls']],
  [['CONFIG_SLS=y'], ['-mharden-sls']],
  [['CONFIG_CC_HAS_ZERO_CALL_USED_REGS=y', '# CONFIG_ZERO_CALL_USED_REGS is not set', 'CONFIG_CC_HAS_SLS=y'], []],
])('%j asks for %j', (lines, options) => {
  expect(asked(...lines)).toEqual(options);
});
