import type { Architecture } from '../../../knowledge/architectures/architecture.ts';
import { noteOf } from '../../../knowledge/architectures/architectures.ts';
import { isSet, type KernelConfig } from '../../../knowledge/kernel/config-condition.ts';
import { newestKnownKernel } from '../../../knowledge/kernel/minimum.ts';
import type { Goal } from '../../../model/assessment.ts';
import { listing } from '../../../text/listing.ts';
import { compareVersions } from '../../../text/versions.ts';
import { noKernel } from '../../answers.ts';
import { check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { advice } from '../../remedy/remedies.ts';
import { brokenConditions } from '../../tree/config-conditions.ts';

interface Subject {
  goal: Goal;
  title: string;
  version: string;
  /** null where the configuration is not known or may still be changed. */
  config: KernelConfig | null;
}

export const kernelRustSupport = check({
  id: 'kernel.rust-support',
  title: 'Rust on this architecture',
  goals: ['rust-for-linux', 'kernel'],
  about:
    'Whether a kernel of this version can have Rust on this architecture at all, and whether the conditions of that architecture are met by its configuration. No tool that could be installed changes that.',
  remedy: 'Use a newer kernel; or write a freestanding module, which needs no Rust in the kernel.',
  source:
    '"select HAVE_RUST" in arch/*/Kconfig of 6.1, 6.12, 7.2 and 7.3; Documentation/rust/arch-support.rst of the releases between.',
  judge(_facts, target) {
    const subjects = subjectsOf(target);
    if (subjects.length === 0) return noKernel;
    const troubles = subjects.flatMap(({ goal, ...subject }) => {
      const trouble = troubleOf(target.architecture, subject);
      return trouble === null ? [] : [{ goal, ...trouble }];
    });
    if (troubles.length === 0) {
      const titles = [...new Set(subjects.map(({ title }) => title))];
      return { status: 'ok', found: `${listing(titles)} can have Rust on ${target.architecture.name}` };
    }
    return {
      status: 'fail',
      goals: troubles.map(({ goal }) => goal),
      found: [...new Set(troubles.map(({ found }) => found))].join('; '),
      needed: 'a kernel that can have Rust on this architecture',
      detail: [...new Set(troubles.map(({ source }) => `Rule: ${source}.`))].join(' '),
      remedies: [
        advice(
          'Write a freestanding module, which takes no Rust in the kernel; or use a kernel that can have Rust.',
          'https://docs.kernel.org/rust/arch-support.html',
        ),
      ],
    };
  },
});

/** Where no kernel can have Rust, none has to be here to say so. */
function subjectsOf({ architecture, kernel, source, asked }: Target): Subject[] {
  const goal = 'rust-for-linux';
  return [
    ...(kernel
      ? [{ goal, title: kernel.title, version: kernel.release, config: kernel.tree?.config ?? null } as const]
      : []),
    ...(kernel || architecture.rust
      ? []
      : [{ goal, title: 'the newest kernel', version: newestKnownKernel, config: null } as const]),
    ...(asked.includes('kernel')
      ? [{ goal: 'kernel' as const, title: source.title, version: source.version, config: null }]
      : []),
  ];
}

/** A configuration that has HAVE_RUST knows better than the table: distributions bring it to older kernels. */
function troubleOf(
  architecture: Architecture,
  { title, version, config }: Omit<Subject, 'goal'>,
): { found: string; source: string } | null {
  if (config && isSet(config, 'HAVE_RUST')) return null;
  const { name, rust } = architecture;
  if (rust === null) {
    return {
      found: `no kernel up to ${newestKnownKernel} can have Rust on ${name}${noteOf(architecture)}`,
      source: `arch/*/Kconfig of ${newestKnownKernel}`,
    };
  }
  if (compareVersions(version, rust.from) < 0) {
    return { found: `${title} cannot have Rust on ${name}: that came with ${rust.from}`, source: rust.source };
  }
  const broken = config ? brokenConditions(rust.conditions, version, config) : [];
  if (broken.length === 0) return null;
  const forbidding = listing(broken.map((condition) => condition.title));
  return {
    found: `${title} cannot have Rust as it is configured: ${forbidding} forbids it on ${name}`,
    source: broken.map((condition) => condition.source).join('; '),
  };
}
