import { expect, it } from 'vitest';
import { kernelProcMacros } from '../../../../src/judge/checks/kernel/proc-macros.ts';
import type { ProcMacroFact } from '../../../../src/model/facts.ts';
import { facts, host, procMacro, rustTree } from '../../facts.ts';
import { judge } from '../../judging.ts';

const { metadata } = rustTree();

function judgeMacros(so: ProcMacroFact[], machine = 'x86_64') {
  const kernels = [rustTree({ metadata: { ...metadata, so } })];
  return judge(kernelProcMacros, facts({ kernels, host: host({ machine }) }));
}

function spoil(overrides: Partial<ProcMacroFact>): ProcMacroFact[] {
  return metadata.so.map((macro) => (macro.name === 'libmacros.so' ? { ...macro, ...overrides } : macro));
}

it('passes with every macro, whole and for this machine', () => {
  expect(judgeMacros(metadata.so)).toMatchObject({ status: 'ok', goals: ['rust-for-linux'] });
});

it.each(metadata.so.map(({ name }) => name))('fails without %s, by name', (name) => {
  const { status, found, detail } = judgeMacros(metadata.so.filter((macro) => macro.name !== name));
  expect([status, found]).toEqual(['fail', `/home/user/linux/rust/${name} is not there`]);
  expect(detail).toContain("rustc says: can't find crate for `kernel`");
});

it.each<[Partial<ProcMacroFact>, string]>([
  [{ machine: 183 }, 'is for arm64, and this machine is x86_64'],
  [{ machine: 1 }, "is for another machine (ELF's number 1), and this machine is x86_64"],
  [{ machine: null }, 'is no ELF file'],
  [{ whole: false }, 'is cut off'],
])('fails with a macro that rustc cannot load: %o', (overrides, clause) => {
  const { status, found } = judgeMacros(spoil(overrides));
  expect([status, found]).toEqual(['fail', `/home/user/linux/rust/libmacros.so ${clause}`]);
});

it('goes by the machine that compiles, and judges none that the table does not know', () => {
  expect(judgeMacros(metadata.so, 'aarch64').found).toContain(
    'libmacros.so is for x86_64, and this machine is arm64, and 2 more',
  );
  expect(judgeMacros(metadata.so, 'vax').status).toBe('ok');
});

it('leaves a macro alone that modules do not use', () => {
  expect(judgeMacros([...metadata.so, procMacro('libmine.so', { machine: null })]).status).toBe('ok');
});

it('skips a tree without any Rust metadata, and a kernel without Rust', () => {
  const bare = rustTree({ metadata: { rmeta: [], so: [], targetSpec: false, rustc: null } });
  expect(judge(kernelProcMacros, facts({ kernels: [bare] })).status).toBe('skip');
  expect(judge(kernelProcMacros, facts()).status).toBe('skip');
  expect(judge(kernelProcMacros, facts({ kernels: [] })).status).toBe('skip');
});
