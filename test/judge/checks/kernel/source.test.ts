import { expect, it } from 'vitest';
import { kernelSource } from '../../../../src/judge/checks/kernel/source.ts';
import type { KernelTreeFact } from '../../../../src/model/facts.ts';
import { facts, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

function source(overrides: Partial<KernelTreeFact> = {}): KernelTreeFact {
  const unprepared = tree({ dir: '/src/linux', origin: 'named', state: 'unprepared', release: null, version: '7.3.4' });
  return { ...unprepared, config: {}, ...overrides };
}

function judgeSource(overrides: Partial<KernelTreeFact> = {}) {
  return judge(kernelSource, facts({ kernels: [source(overrides)] }), 'x86_64', ['kernel']);
}

it.each<[Partial<KernelTreeFact>, string]>([
  [{}, 'source of 7.3.4 in /src/linux, not configured yet'],
  [{ config: { CONFIG_X86_64: 'y' } }, 'source of 7.3.4 in /src/linux, configured, not prepared yet'],
  [{ state: 'source', version: null, release: '7.3.4-mine' }, 'source of 7.3.4-mine in /src/linux, prepared already'],
])('takes a source and says how far it is: %o', (overrides, found) => {
  expect(judgeSource(overrides)).toMatchObject({ status: 'ok', goals: ['kernel'], found });
});

it.each<[Partial<KernelTreeFact>, string]>([
  [
    { state: 'headers', version: null, release: '7.3.4' },
    '/src/linux holds the headers of 7.3.4, which cannot be prepared',
  ],
  [{ state: 'not-a-tree', version: null }, '/src/linux is no kernel tree'],
  [{ version: null }, '/src/linux is only a part of a kernel tree: it was not prepared'],
  [{ dir: '/src/my linux' }, 'the path /src/my linux of the kernel tree has a space or a colon in it'],
])('refuses %o with what a person can do', (overrides, found) => {
  const finding = judgeSource(overrides);
  expect(finding).toMatchObject({ status: 'fail', goals: ['kernel'], found });
  expect(finding.remedies).toHaveLength(1);
});

it('warns where this user may not write into it, since make can put what it makes elsewhere', () => {
  const finding = judgeSource({ writable: false });
  expect(finding).toMatchObject({ status: 'warn', needed: 'a folder of your own for that: make O=FOLDER' });
  expect(finding.found).toContain('this user may not write into /src/linux');
});

it('warns where none was named, and says which kernel the tools are judged for', () => {
  const finding = judge(kernelSource, facts(), 'x86_64', ['kernel']);
  expect(finding.status).toBe('warn');
  expect(finding.found).toContain('judged for the kernel 7.3, the newest that is known');
  expect(finding.needed).toContain('--kdir');
});
