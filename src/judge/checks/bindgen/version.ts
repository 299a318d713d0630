import { check } from '../../check.ts';
import { judgeKernelTool } from '../../tool/kernel-tool-answer.ts';
import { kernelTools } from '../../tool/kernel-tools.ts';

export const bindgenVersion = check({
  id: 'bindgen.version',
  title: 'bindgen',
  goals: ['kernel'],
  about:
    "Whether the bindgen that the build of the kernel would take is here, answers, and is new enough. It translates the kernel's C headers for Rust. No module's build runs it.",
  remedy:
    'Install a newer bindgen (cargo install --locked bindgen-cli, or the package of the distribution), or tell make of one that is here: make BINDGEN=/path/to/bindgen.',
  source: "The kernel's scripts/rust_is_available.sh and scripts/min-tool-version.sh.",
  judge(facts, target) {
    const named = target.distribution?.bindgen;
    const need = { name: 'bindgen', variable: 'BINDGEN', purpose: "which translates the kernel's C headers" } as const;
    // A versioned program is found behind the plain name; a plain one is not found behind another.
    const beside = named !== undefined && /\d/.test(named);
    return judgeKernelTool({ ...need, packages: [named], beside }, kernelTools(facts, target), facts, target);
  },
});
