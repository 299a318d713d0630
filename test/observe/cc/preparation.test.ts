import { machine } from 'node:os';
import { expect, test } from 'vitest';
import { findArchitecture } from '../../../src/knowledge/architectures/architectures.ts';
import { preparationNeeds } from '../../../src/knowledge/kernel/preparation.ts';
import { observePreparation } from '../../../src/observe/cc/preparation.ts';
import { programPath } from '../../../src/observe/run/path.ts';
import { pretendMachine } from '../pretend-machine.ts';

test('on an empty machine every need is named and none is met', () => {
  const { bin, root } = pretendMachine();
  const { tools, libraries } = observePreparation(programPath(bin), root);
  expect([...Object.keys(tools), ...Object.keys(libraries)].sort()).toEqual(
    preparationNeeds.map(({ name }) => name).sort(),
  );
  expect([...Object.values(tools), ...Object.values(libraries)].filter(Boolean)).toEqual([]);
});

test('tools are found on PATH without being run, and those that cannot be started are told apart', () => {
  const { bin, root, script, file } = pretendMachine();
  const flex = script('flex', `echo > ${root}/was-run`);
  const bison = file('bin/bison', '#!/bin/sh\n', 0o644);
  const { tools } = observePreparation(programPath(bin), root);
  expect(tools).toMatchObject({
    flex: { path: flex, outcome: 'ok', version: null },
    bison: { path: bison, outcome: 'not-runnable' },
    bc: null,
  });
});

test('a library is there when its header is, where compilers of this machine look', () => {
  const { bin, root, file, folder } = pretendMachine();
  const found = () => observePreparation(programPath(bin), root).libraries;
  folder('usr/include/libelf.h');
  expect(found()).toMatchObject({ libelf: false, libssl: false });
  file(`usr/include/${findArchitecture(machine())?.gccTriplet}/libelf.h`);
  file('usr/include/openssl/opensslv.h');
  expect(found()).toMatchObject({ libelf: true, libssl: true });
});
