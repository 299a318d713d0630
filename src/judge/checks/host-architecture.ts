import { type Flavour, flavours, type Goal } from '../../assessment.ts';
import { architectures } from '../../knowledge/architectures.ts';
import { check } from '../check.ts';
import { advice } from '../remedies.ts';

export const hostArchitecture = check({
  id: 'host.architecture',
  title: 'Architecture',
  goals: ['freestanding', 'rust-for-linux', 'boot', 'kernel'],
  about:
    'Whether modules for the architecture have been built by this version and loaded in a kernel. Where they have not, nothing is promised.',
  remedy: 'Use a machine of an architecture that modules have been loaded on.',
  source: 'The modules that are built and booted before each release.',
  judge(_facts, { architecture: { name, proven } }) {
    const missing = flavours.filter((flavour) => !proven.includes(flavour));
    if (missing.length === 0) return { status: 'ok', found: name };
    const supported = architectures.filter((row) => missing.every((flavour) => row.proven.includes(flavour)));
    const names = supported.map((row) => row.name).join(', ');
    return {
      status: 'fail',
      goals: goalsWithout(missing),
      found: `modules for ${name} have not been built and loaded by this version yet`,
      needed: `one of the architectures that have: ${names}`,
      remedies: [advice(`Use a machine of an architecture that modules have been loaded on: ${names}.`)],
    };
  },
});

function goalsWithout(missing: Flavour[]): Goal[] {
  const boots = missing.length < flavours.length;
  return [
    ...missing,
    ...(boots ? [] : ['boot' as const]),
    ...(missing.includes('rust-for-linux') ? ['kernel' as const] : []),
  ];
}
