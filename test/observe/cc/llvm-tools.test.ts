import { join } from 'node:path';
import { expect, test } from 'vitest';
import { llvmTools } from '../../../src/knowledge/kernel/llvm-tools.ts';
import { observeLlvmTools } from '../../../src/observe/cc/llvm-tools.ts';
import { programPath } from '../../../src/observe/run/path.ts';
import { pretendMachine } from '../pretend-machine.ts';

test('on an empty machine every tool is named and none is there', () => {
  const tools = observeLlvmTools({}, programPath(pretendMachine().bin));
  expect(tools).toEqual(Object.fromEntries(llvmTools.map(({ name }) => [name, null])));
});

test.each([
  [{}, 'llvm-nm'],
  [{ LLVM: '1' }, 'llvm-nm'],
  [{ LLVM: '-19' }, 'llvm-nm-19'],
])('%j: the one that is looked for is %s, which is not run', (env, name) => {
  const { bin, root, script } = pretendMachine();
  for (const one of ['llvm-nm', 'llvm-nm-19']) script(one, `echo > ${root}/was-run`);
  const { 'llvm-nm': nm, 'llvm-link': link } = observeLlvmTools(env, programPath(bin));
  expect(nm).toEqual({ path: join(bin, name), outcome: 'ok', version: null, line: '' });
  expect(link).toBeNull();
});

test('LLVM may name the folder that they lie in; one that cannot be started is told apart', () => {
  const { bin, root, file } = pretendMachine();
  const path = file('opt/llvm/llvm-nm', '#!/bin/sh\n', 0o644);
  const tools = observeLlvmTools({ LLVM: `${root}/opt/llvm/` }, programPath(bin));
  expect(tools).toMatchObject({ 'llvm-nm': { path, outcome: 'not-runnable' }, 'llvm-link': null });
});
