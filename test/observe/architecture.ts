import type { Architecture } from '../../src/knowledge/architectures/architecture.ts';
import { architectures } from '../../src/knowledge/architectures/architectures.ts';

/** A row of the table, by our name for it. */
export function architecture(name = 'x86_64'): Architecture {
  const found = architectures.find((row) => row.name === name);
  if (!found) throw new Error(`no architecture ${name}`);
  return found;
}
