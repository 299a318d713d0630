import { imagePackage } from '../../../knowledge/distributions/kernel-images.ts';
import type { Facts } from '../../../model/facts.ts';
import { noKernel } from '../../answers.ts';
import { check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { isForeignTarget } from '../../foreign.ts';
import { advice } from '../../remedy/remedies.ts';

export const bootImage = check({
  id: 'boot.image',
  title: 'Kernel image',
  goals: ['boot'],
  about:
    "Whether there is a bootable image of the very kernel that modules are built for, or a package in the distribution's archive that make boot can take it from.",
  remedy: 'Install the kernel, or put its image at /boot/vmlinuz-RELEASE.',
  source: 'Where distributions install images: /boot/vmlinuz-RELEASE, /lib/modules/RELEASE/vmlinuz.',
  judge(facts, target) {
    const { kernel, distribution } = target;
    if (kernel === null) return noKernel;
    const image = kernel.tree === null ? imageOf(kernel.release, facts) : kernel.tree.image;
    if (image) return { status: 'ok', found: image };
    const found = `there is no bootable image of ${kernel.title} on this machine`;
    const packageName = distribution && imagePackage(distribution, kernel.release);
    if (packageName) {
      const needed = `an image of it: "make boot" takes it from the archive's ${packageName}, without installing that`;
      return { status: 'warn', found, needed };
    }
    return {
      status: 'fail',
      found,
      needed: 'an image of it, to boot in QEMU',
      remedies: [
        advice(
          kernel.tree === null
            ? 'Install that kernel beside its headers, then look again.'
            : `Put the image at ${placesFor(kernel.release, facts, target)}.`,
        ),
      ],
    };
  },
});

/** Of a kernel that runs or was named, the image may be here before its headers are. */
function imageOf(release: string, { absent }: Facts): string | null {
  return absent?.release === release ? absent.image : null;
}

/** Where `make boot` looks; of another architecture in the cache alone. */
function placesFor(release: string, facts: Facts, target: Target): string {
  const { debian, name } = target.architecture;
  const { cache } = facts.host;
  return isForeignTarget(target, facts)
    ? `${cache.dir ?? '~/.cache/kernel-rust-module'}/foreign/${debian ?? name}/kernels/${release}/vmlinuz`
    : `/lib/modules/${release}/vmlinuz or /boot/vmlinuz-${release}`;
}
