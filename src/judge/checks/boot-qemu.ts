import { judgeTool } from '../answers.ts';
import { check } from '../check.ts';

export const bootQemu = check({
  id: 'boot.qemu',
  title: 'QEMU',
  goals: ['boot'],
  judge(facts, target) {
    const { architecture, distribution } = target;
    const packages = [distribution?.qemu[architecture.name]];
    return judgeTool(
      { name: architecture.qemu, tool: facts.qemu, purpose: 'which boots the kernel', packages },
      facts,
      target,
    );
  },
});
