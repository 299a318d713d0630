import { check } from '../check.ts';
import { informOf } from '../inform.ts';

const detail =
  'Kbuild runs it where the kernel tree holds vmlinux and CONFIG_DEBUG_INFO_BTF_MODULES is set; headers packages with a vmlinux bring it along.';

export const paholeVersion = check({
  id: 'pahole.version',
  title: 'pahole',
  goals: [],
  judge({ pahole }, { kernel, timeoutMs }) {
    const answer = informOf('pahole', pahole, detail, timeoutMs);
    const mayRun = kernel?.tree?.state === 'source' && kernel.tree.config.CONFIG_DEBUG_INFO_BTF_MODULES === 'y';
    return pahole === null && mayRun
      ? { ...answer, status: 'warn', needed: 'pahole, if this tree holds a vmlinux' }
      : answer;
  },
});
