import type { Architecture } from '../../../knowledge/architectures/architecture.ts';
import { architectures } from '../../../knowledge/architectures/architectures.ts';
import { type Flavour, flavours, type Goal } from '../../../model/assessment.ts';
import { listing } from '../../../text/listing.ts';
import { type Answer, check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';

const modules: Record<Flavour, string> = {
  freestanding: 'freestanding module',
  'rust-for-linux': 'Rust for Linux module',
};

/** Whether kernels of an architecture can have Rust at all is not asked here: `kernel.rust-support` answers that. */
export const hostArchitecture = check({
  id: 'host.architecture',
  title: 'Architecture',
  goals: ['freestanding', 'rust-for-linux', 'boot', 'kernel'],
  about:
    'Whether modules for the architecture have been built by this version and loaded in a kernel. Where they have not, nothing is promised.',
  remedy: 'Build for an architecture that modules have been loaded on.',
  source: 'The modules that are built and booted before each release.',
  judge(_facts, { architecture }) {
    const { name, proven } = architecture;
    if (architecture.qemu === null) return userMode(architecture);
    const missing = flavours.filter((flavour) => !proven.includes(flavour) && isPossible(flavour, architecture));
    if (missing.length === 0) return { status: 'ok', found: name };
    const supported = architectures.filter((row) => missing.every((flavour) => row.proven.includes(flavour)));
    const names = listing(supported.map((row) => row.name));
    const [first, ...others] = missing.map((flavour) => modules[flavour]);
    const kind = others.length === 0 ? first : 'module';
    return {
      status: 'fail',
      goals: goalsWithout(missing),
      found: `no ${kind} for ${name} has been built and loaded by this version yet`,
      needed: `one of the architectures that one has been loaded on: ${names}`,
      remedies: [advice(`Build for an architecture that a ${kind} has been loaded on: ${names}.`)],
    };
  },
});

/** Nothing boots such a kernel here, whatever it can have. */
function userMode({ rust }: Architecture): Answer {
  return {
    status: 'fail',
    found: `nothing is set up or booted for a user-mode kernel by this version${rust ? `, though kernels from ${rust.from} on can have Rust there` : ''}`,
    needed: 'an architecture whose kernels run on a machine',
    remedies: [
      advice(
        'Build the kernel and the module by hand, as the documentation of user-mode kernels has it.',
        'https://docs.kernel.org/virt/uml/user_mode_linux_howto_v2.html',
      ),
    ],
  };
}

function isPossible(flavour: Flavour, { rust }: Architecture): boolean {
  return flavour === 'freestanding' || rust !== null;
}

function goalsWithout(missing: Flavour[]): Goal[] {
  return [
    ...missing,
    ...(missing.includes('freestanding') ? ['boot' as const] : []),
    ...(missing.includes('rust-for-linux') ? ['kernel' as const] : []),
  ];
}
