import { judgeTool } from '../../answers.ts';
import { check } from '../../check.ts';
import { install } from '../../remedy/remedies.ts';

export const bootQemu = check({
  id: 'boot.qemu',
  title: 'QEMU',
  goals: ['boot'],
  about:
    'Whether QEMU of the architecture is here, with the firmware that its kernels need. It boots the kernel with the module, far from the running kernel.',
  remedy: "Install the distribution's package of QEMU for the architecture.",
  source: 'What make boot of a scaffolded module runs.',
  judge(facts, target) {
    const { architecture, distribution } = target;
    if (architecture.qemu === null) return { status: 'skip', found: `a kernel for ${architecture.name} is a program` };
    const firmware = distribution?.foreign?.firmware[architecture.name];
    const packages = [distribution?.qemu[architecture.name], ...(firmware === undefined ? [] : [firmware])];
    const need = { name: architecture.qemu, tool: facts.qemu, purpose: 'which boots the kernel', packages };
    const answer = judgeTool(need, facts, target);
    if (answer.status !== 'ok' || firmware === undefined || facts.host.packages.includes(firmware)) return answer;
    return {
      status: 'fail',
      found: `${firmware} is not installed`,
      needed: `${firmware}, the firmware without which kernels for ${architecture.name} do not start`,
      remedies: [install(firmware, [firmware], distribution, facts.host)],
    };
  },
});
