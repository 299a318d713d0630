import type { Remedy } from '../../assessment.ts';
import type { HostFact, KernelTreeFact } from '../../facts.ts';
import type { Distribution } from '../../knowledge/distribution.ts';
import { rustMetadata, targetSpecArchitectures } from '../../knowledge/rust-metadata.ts';
import { noKernel } from '../answers.ts';
import { type Answer, check } from '../check.ts';
import { advice, install } from '../remedies.ts';
import { rowFor } from '../versions.ts';

/**
 * CONFIG_RUST alone is not enough: most distributions' headers lack what the kernel crate was compiled to,
 * and the compiler's complaint about that (no crate `core`, no target file) sends people the wrong way.
 */
export const kernelMetadata = check({
  id: 'kernel.metadata',
  title: "Kernel's Rust metadata",
  goals: ['rust-for-linux'],
  judge({ host }, { kernel, architecture, distribution }): Answer {
    if (kernel === null) return noKernel;
    if (!kernel.rust) return { status: 'skip', found: 'a kernel without CONFIG_RUST has none' };
    if (kernel.tree === null) {
      return {
        status: 'fail',
        found: `the headers of ${kernel.title} come without its Rust metadata`,
        needed: 'the compiled kernel crate that modules are built against',
        remedies: [
          advice(
            distribution?.metadata
              ? `Install the kernel's headers, then look again: ${distribution.metadata}RELEASE holds the Rust metadata of one release.`
              : prepareYourself,
          ),
        ],
      };
    }
    const missing = missingFiles(kernel.tree, kernel.release, architecture.srcarch);
    if (missing.length === 0) return { status: 'ok', found: `all files are in ${kernel.tree.dir}/rust` };
    return {
      status: 'fail',
      found: `${kernel.tree.dir} lacks the Rust metadata of its kernel`,
      needed: 'the compiled kernel crate that modules are built against',
      detail: `Missing: ${missing.join(', ')}.`,
      remedies: [remedyFor(kernel.release, distribution, host)],
    };
  },
});

const prepareYourself =
  "Prepare a tree of your own from the kernel's source and the distribution's configuration (make modules_prepare), and name it with --kdir.";

function missingFiles({ metadata }: KernelTreeFact, release: string, srcarch: string): string[] {
  const expected = rowFor(rustMetadata, release);
  return [
    ...(expected?.rmeta ?? []).filter((name) => !metadata.rmeta.includes(name)),
    ...(expected?.so ?? []).filter((name) => !metadata.so.includes(name)),
    ...(targetSpecArchitectures.includes(srcarch) && !metadata.targetSpec ? ['target.json'] : []),
  ];
}

function remedyFor(release: string, distribution: Distribution | null, host: HostFact): Remedy {
  if (distribution?.metadata && distribution.ownKernels.test(release)) {
    return install("the kernel's Rust metadata", [`${distribution.metadata}${release}`], distribution, host);
  }
  return advice(prepareYourself);
}
