import { expect, it } from 'vitest';
import { llvmToolName } from '../../../src/knowledge/kernel/llvm-tools.ts';

it.each([
  ['1', 'llvm-nm'],
  ['', 'llvm-nm'],
  ['-19', 'llvm-nm-19'],
  ['/usr/lib/llvm-19/bin/', '/usr/lib/llvm-19/bin/llvm-nm'],
  ['-odd/', '-odd/llvm-nm'],
])('LLVM=%s makes Kbuild call %s', (llvm, name) => {
  expect(llvmToolName('llvm-nm', llvm)).toBe(name);
});
