import { judgeTool } from '../answers.ts';
import { check } from '../check.ts';
import { minimumToolsFor } from '../minimum-tools.ts';

/** ld stands for its whole package: readelf, which looks for what the kernel cannot relocate, comes with it. */
export const binutilsLd = check({
  id: 'binutils.ld',
  title: 'Linker',
  goals: ['freestanding', 'rust-for-linux'],
  judge(facts, target) {
    const { kernel, distribution } = target;
    if (kernel?.lld) {
      const packages = distribution?.clang ?? [undefined];
      return judgeTool(
        { name: 'ld.lld', tool: facts.lld, purpose: 'which linked this kernel', packages },
        facts,
        target,
      );
    }
    return judgeTool(
      {
        name: 'GNU ld',
        tool: facts.ld,
        purpose: 'which links modules',
        minimum: kernel ? { version: minimumToolsFor(kernel.release).binutils, by: kernel.title } : undefined,
        packages: [distribution?.binutils],
      },
      facts,
      target,
    );
  },
});
