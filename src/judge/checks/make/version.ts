import { check } from '../../check.ts';
import { judgeForKernels } from '../../tool/judge-for-kernels.ts';

export const makeVersion = check({
  id: 'make.version',
  title: 'make',
  goals: ['freestanding', 'rust-for-linux', 'kernel'],
  about:
    'Whether GNU make is here and new enough. Kbuild is written in its language: it runs every compiler, of the kernel as of modules.',
  remedy: 'Install or update GNU make.',
  source: 'Documentation/process/changes.rst of each kernel; its top Makefile refuses an older make.',
  judge: (facts, target) =>
    judgeForKernels(
      'make',
      { name: 'GNU make', tool: facts.make, purpose: 'which runs Kbuild', packages: [target.distribution?.make] },
      facts,
      target,
    ),
});
