import { machine as hostMachine } from 'node:os';
import { expect, it } from 'vitest';
import type { Architecture } from '../../../src/knowledge/architectures/architecture.ts';
import { findArchitecture } from '../../../src/knowledge/architectures/architectures.ts';
import { findStaticLibc } from '../../../src/observe/boot/static-libc.ts';
import { architecture } from '../architecture.ts';
import { pretendMachine } from '../pretend-machine.ts';

const own = findArchitecture(hostMachine()) as Architecture;
const foreign = architecture(own.name === 'riscv64' ? 'arm64' : 'riscv64');

it.each([`usr/lib/${own.gccTriplet}`, 'usr/lib64', 'usr/lib'])('is found in %s', (folder) => {
  const machine = pretendMachine();
  const library = machine.file(`${folder}/libc.a`);
  expect(findStaticLibc(own, machine.root)).toBe(library);
});

it('is that of the architecture that is built for', () => {
  const machine = pretendMachine();
  machine.file('usr/lib64/libc.a');
  expect(findStaticLibc(foreign, machine.root)).toBeNull();
  const library = machine.file(`usr/${foreign.gccTriplet}/lib/libc.a`);
  expect(findStaticLibc(foreign, machine.root)).toBe(library);
});

it('is null where there is none', () => {
  expect(findStaticLibc(own, pretendMachine().root)).toBeNull();
});
