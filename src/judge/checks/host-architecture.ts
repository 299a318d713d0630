import { flavours } from '../../assessment.ts';
import { architectures } from '../../knowledge/architectures.ts';
import { check } from '../check.ts';
import { advice } from '../remedies.ts';

export const hostArchitecture = check({
  id: 'host.architecture',
  title: 'Architecture',
  goals: ['freestanding', 'rust-for-linux', 'boot'],
  judge(_facts, { architecture: { name, proven } }) {
    const missing = flavours.filter((flavour) => !proven.includes(flavour));
    if (missing.length === 0) return { status: 'ok', found: name };
    const supported = architectures.filter((row) => missing.every((flavour) => row.proven.includes(flavour)));
    const names = supported.map((row) => row.name).join(', ');
    return {
      status: 'fail',
      goals: proven.length === 0 ? [...missing, 'boot'] : missing,
      found: `modules for ${name} have not been built and loaded by this version yet`,
      needed: `one of the architectures that have: ${names}`,
      remedies: [advice(`Use a machine of an architecture that modules have been loaded on: ${names}.`)],
    };
  },
});
