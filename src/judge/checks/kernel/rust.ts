import { type ConfigCondition, isSet } from '../../../knowledge/kernel/config-condition.ts';
import { rustConditions } from '../../../knowledge/kernel/rust-conditions.ts';
import type { Remedy } from '../../../model/assessment.ts';
import type { Facts, KernelTreeFact } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { noKernel } from '../../answers.ts';
import { check } from '../../check.ts';
import { isFor, type Target } from '../../context.ts';
import { byBackports } from '../../remedy/backports.ts';
import { advice } from '../../remedy/remedies.ts';
import { brokenConditions } from '../../tree/config-conditions.ts';
import { isUsable } from '../../tree/kernel.ts';

export const kernelRust = check({
  id: 'kernel.rust',
  title: 'Rust in the kernel',
  goals: ['rust-for-linux'],
  about:
    'Whether the kernel was built with CONFIG_RUST, without which it has none of the code that Rust for Linux modules call. Where it was not, this names what in its configuration forbids it.',
  remedy: 'Write a freestanding module, or use a kernel built with CONFIG_RUST=y.',
  source: 'config RUST in init/Kconfig of 6.1, 6.12, 7.2 and 7.3.',
  judge(facts, target) {
    const { kernel, architecture } = target;
    if (kernel === null) return noKernel;
    if (!kernel.rust && !architecture.rust) {
      return { status: 'skip', found: `no kernel can have it on ${architecture.name}` };
    }
    if (kernel.rust) return { status: 'ok', found: `${kernel.title} is built with CONFIG_RUST` };
    if (kernel.rust === null) {
      return {
        status: 'fail',
        found: `whether ${kernel.title} is built with CONFIG_RUST is not known before its headers are here`,
        needed: 'the headers of a kernel built with CONFIG_RUST=y',
        remedies: [advice("Install the kernel's headers, then look again.")],
      };
    }
    const broken = kernel.tree ? brokenConditions(rustConditions, kernel.release, kernel.tree.config) : [];
    const reason = kernel.tree ? ` (${reasonOf(kernel.tree, broken)})` : '';
    return {
      status: 'fail',
      found: `${kernel.title} is built without CONFIG_RUST${reason}`,
      needed: 'a kernel built with CONFIG_RUST=y',
      detail: broken.map(({ title, source }) => `${title}: ${source}.`).join(' '),
      remedies: anotherKernel(facts, target) ??
        byBackports(facts, target) ?? [
          advice(
            `Write a freestanding module, which any kernel takes; or build a kernel with ${changes(broken)}, and name its tree with --kdir.`,
            'https://docs.kernel.org/rust/quick-start.html',
          ),
        ],
    };
  },
});

/** One that is installed and has Rust; unless a kernel was named, it is chosen once modules of that flavour are asked for. */
function anotherKernel({ kernels }: Facts, { tree, architecture }: Target): Remedy[] | null {
  const other = kernels.find(
    (one) => one !== tree && isUsable(one) && isFor(one, architecture) && isSet(one.config, 'RUST'),
  );
  if (!other || tree?.origin === 'named') return null;
  return [
    advice(
      `The kernel ${other.release}, whose tree is installed, has CONFIG_RUST. Choose it with --kernel ${other.release}, or ask for it: kernel-rust-module probe --for rust-for-linux`,
    ),
  ];
}

function changes(broken: readonly ConfigCondition[]): string {
  return listing(['CONFIG_RUST=y', ...broken.map(({ change }) => change)]);
}

function reasonOf({ config }: KernelTreeFact, broken: readonly ConfigCondition[]): string {
  if (broken.length > 0) return `forbidden by ${listing(broken.map(({ title }) => title))}`;
  if (config.CONFIG_RUSTC_VERSION === '0') return 'no rustc was there when it was configured';
  if (!isSet(config, 'HAVE_RUST')) return 'its architecture, as configured, offers none: CONFIG_HAVE_RUST is not set';
  if (!isSet(config, 'RUST_IS_AVAILABLE')) return 'no Rust tools that it takes were there when it was configured';
  return 'nothing in its configuration forbids it: it was left off';
}
