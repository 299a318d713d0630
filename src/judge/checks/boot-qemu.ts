import { judgeTool } from '../answers.ts';
import { check } from '../check.ts';

export const bootQemu = check({
  id: 'boot.qemu',
  title: 'QEMU',
  goals: ['boot'],
  about: 'Whether QEMU of the architecture is here. It boots the kernel with the module, far from the running kernel.',
  remedy: "Install the distribution's package of QEMU for the architecture.",
  source: 'What make boot of a scaffolded module runs.',
  judge(facts, target) {
    const { architecture, distribution } = target;
    if (architecture.qemu === null) return { status: 'skip', found: `a kernel for ${architecture.name} is a program` };
    const packages = [distribution?.qemu[architecture.name]];
    return judgeTool(
      { name: architecture.qemu, tool: facts.qemu, purpose: 'which boots the kernel', packages },
      facts,
      target,
    );
  },
});
