import { expect, it } from 'vitest';
import { bootQemu } from '../../../../src/judge/checks/boot/qemu.ts';
import { facts } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('passes with a QEMU of the architecture', () => {
  expect(judge(bootQemu, facts())).toMatchObject({ status: 'ok', goals: ['boot'] });
});

it('offers the package where it is missing', () => {
  expect(judge(bootQemu, facts({ qemu: null })).remedies.flatMap(({ packages }) => packages)).toEqual([
    'qemu-system-x86',
  ]);
});
