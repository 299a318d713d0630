import { judgeTool } from '../answers.ts';
import { check } from '../check.ts';
import { minimumToolsFor } from '../minimum-tools.ts';

export const makeVersion = check({
  id: 'make.version',
  title: 'make',
  goals: ['freestanding', 'rust-for-linux'],
  judge(facts, target) {
    const { kernel, distribution } = target;
    return judgeTool(
      {
        name: 'GNU make',
        tool: facts.make,
        purpose: 'which runs Kbuild',
        minimum: kernel ? { version: minimumToolsFor(kernel.release).make, by: kernel.title } : undefined,
        packages: [distribution?.make],
      },
      facts,
      target,
    );
  },
});
