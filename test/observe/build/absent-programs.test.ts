import { expect, test } from 'vitest';
import { buildTools } from '../../../src/knowledge/kernel/build-tools.ts';
import { observeAbsentPrograms } from '../../../src/observe/build/absent-programs.ts';
import { programPath } from '../../../src/observe/run/path.ts';
import { pretendMachine } from '../pretend-machine.ts';

test('programs that are missing, dangling or not executable are absent, by the names of the cross tools for those of binutils', () => {
  const machine = pretendMachine();
  for (const { name, binutils } of buildTools) machine.script(binutils ? `x-${name}` : name);
  const path = programPath(machine.env.PATH);
  expect(observeAbsentPrograms(path, 'x-')).toEqual([]);
  expect(observeAbsentPrograms(path, '')).toEqual(
    buildTools.filter(({ binutils }) => binutils).map(({ name }) => name),
  );
  machine.file('bin/cat', '', 0o644);
  expect(observeAbsentPrograms(programPath(machine.env.PATH), 'x-')).toEqual(['cat']);
});
