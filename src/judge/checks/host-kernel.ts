import { check } from '../check.ts';

/** Building and booting in QEMU need nothing of the running kernel, so this only informs. */
export const hostKernel = check({
  id: 'host.kernel',
  title: 'Running kernel',
  goals: [],
  judge({ host: { kernelRelease, container } }, { kernel }) {
    const running = container ? `${kernelRelease}, seen from inside ${container}` : kernelRelease;
    if (kernel === null) return { status: 'skip', found: running };
    if (kernel.release === kernelRelease && !container) return { status: 'ok', found: running };
    return {
      status: 'warn',
      found: `${running}; modules are built for ${kernel.title}, and load there and in QEMU, not here`,
    };
  },
});
