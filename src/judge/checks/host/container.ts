import { check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';

const wslSource = 'https://github.com/microsoft/WSL2-Linux-Kernel';

export const hostContainer = check({
  id: 'host.container',
  title: 'Container',
  goals: [],
  about:
    'Whether this is a container, a chroot or WSL. Its kernel belongs to the system around it, so that the tree of that kernel is usually not here; modules are then built for another kernel, whose headers are.',
  remedy: 'Mount the folders /lib/modules and /usr/src of the system around it, or name a kernel tree with --kdir.',
  source: 'The marks that systemd-detect-virt(1) documents; /proc/1/root for a chroot.',
  judge({ host: { container, kernelRelease }, kernels }) {
    if (container === null) return { status: 'ok', found: 'none: this is the system that its kernel was started with' };
    const here = kernels.find((tree) => tree.release === kernelRelease);
    if (here) return { status: 'ok', found: `${container}, with the tree of the running kernel in ${here.dir}` };
    return {
      status: 'warn',
      found: `${container}: the running kernel ${kernelRelease} belongs to the system around it, and its tree is not here`,
      needed: 'that tree, only if modules are meant for the running kernel',
      remedies: [
        container === 'wsl'
          ? advice(
              `No package holds the headers of WSL's kernel: prepare its source, and name it with --kdir.`,
              wslSource,
            )
          : advice(
              'Make /lib/modules and /usr/src of the system around it visible in here, or build for another kernel.',
            ),
      ],
    };
  },
});
