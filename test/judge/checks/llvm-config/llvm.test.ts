import { expect, it } from 'vitest';
import { llvmConfigLlvm } from '../../../../src/judge/checks/llvm-config/llvm.ts';
import { facts, tool } from '../../facts.ts';
import { judge } from '../../judging.ts';

const llvmConfig = { ...tool('/usr/bin/llvm-config', '19.1.7'), targets: ['AArch64', 'X86'] };

it.each([
  ['skip', []],
  ['ok', [llvmConfig]],
  ['warn', [{ ...llvmConfig, targets: ['AArch64'] }]],
  ['timeout', [{ ...llvmConfig, outcome: 'timeout' as const }]],
])('informs and decides nothing: %s', (status, llvmConfigs) => {
  expect(judge(llvmConfigLlvm, facts({ llvmConfigs }))).toMatchObject({ status, goals: [] });
});
