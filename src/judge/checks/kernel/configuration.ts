import { type ConfigCondition, isSet } from '../../../knowledge/kernel/config-condition.ts';
import { rustConditions } from '../../../knowledge/kernel/rust-conditions.ts';
import type { KernelTreeFact } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { type Answer, check } from '../../check.ts';
import { isFor, type Target } from '../../context.ts';
import { advice } from '../../remedy/remedies.ts';
import { brokenConditions } from '../../tree/config-conditions.ts';
import { isFullSource } from '../../tree/kernel.ts';

export const kernelConfiguration = check({
  id: 'kernel.configuration',
  title: 'Configuration',
  goals: ['kernel'],
  about:
    'Whether the configuration of a kernel source leaves room for Rust. Kconfig drops CONFIG_RUST without a word where another symbol forbids it, and the kernel is then built without Rust.',
  remedy: 'Change the symbols that forbid Rust, set CONFIG_RUST=y, and run make olddefconfig.',
  source: 'config RUST in init/Kconfig, and "select HAVE_RUST" in arch/*/Kconfig, of 6.1, 6.12, 7.2 and 7.3.',
  judge(_facts, target) {
    const { tree } = target.source;
    if (tree === null || !isFullSource(tree)) return { status: 'skip', found: 'there is no kernel source to look at' };
    if (Object.keys(tree.config).length === 0) return { status: 'ok', found: `${tree.dir} is not configured yet` };
    return judgeConfiguration(tree, target);
  },
});

function judgeConfiguration(tree: KernelTreeFact, { source, architecture }: Target): Answer {
  if (!isFor(tree, architecture)) {
    return {
      status: 'warn',
      found: `${tree.dir} is configured for another architecture than ${architecture.name}`,
      needed: `a configuration with ${architecture.config}=y`,
      remedies: [advice(`Configure ${tree.dir} anew for ${architecture.name}, or use another folder: make O=FOLDER.`)],
    };
  }
  if (isSet(tree.config, 'RUST')) return { status: 'ok', found: `${tree.dir} is configured with CONFIG_RUST` };
  const broken = brokenConditions(
    [...(architecture.rust?.conditions ?? []), ...rustConditions],
    source.version,
    tree.config,
  );
  if (broken.length > 0) return forbidden(tree, broken);
  return {
    status: 'warn',
    found: `${tree.dir} is configured without CONFIG_RUST, which nothing in its configuration forbids`,
    needed: 'CONFIG_RUST=y, for a kernel with Rust',
  };
}

/** Tools may have changed since; only a person changes the rest. */
function forbidden({ dir }: KernelTreeFact, broken: ConfigCondition[]): Answer {
  const change = listing(broken.map((one) => one.change));
  return {
    status: broken.every(({ tools }) => tools) ? 'warn' : 'fail',
    found: `the configuration of ${dir} forbids CONFIG_RUST: ${listing(broken.map(({ title }) => title))}`,
    needed: `a configuration with ${change}`,
    detail: `Rules: ${broken.map((one) => one.source).join('; ')}.`,
    remedies: [advice(`Configure ${dir} with ${change}, or start from another configuration: make defconfig.`)],
  };
}
