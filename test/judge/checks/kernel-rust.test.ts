import { expect, it } from 'vitest';
import { kernelRust } from '../../../src/judge/checks/kernel-rust.ts';
import { facts, rustTree } from '../facts.ts';
import { commands, judge } from '../judging.ts';

it('fails for a kernel without CONFIG_RUST, which no command can change', () => {
  const finding = judge(kernelRust, facts());
  expect(finding).toMatchObject({ status: 'fail', goals: ['rust-for-linux'] });
  expect(commands(finding)).toEqual([]);
});

it('passes for a kernel with it', () => {
  expect(judge(kernelRust, facts({ kernels: [rustTree()] })).status).toBe('ok');
});
