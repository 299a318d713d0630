import { compilerOptions } from '../../knowledge/kernel/compiler-options.ts';
import type { ToolFact } from '../../model/facts.ts';
import { listing } from '../../text/listing.ts';
import type { Answer } from '../check.ts';
import { advice } from '../remedy/remedies.ts';
import type { JudgedKernel } from '../tree/kernel.ts';

/**
 * Judges a GCC by the options that Kbuild hands it for the sake of the kernel's configuration, which another GCC made.
 * @param name by which make calls it
 * @returns null where it knows them all
 */
export function judgeOptions(name: string, { path, version }: ToolFact, { tree, title }: JudgedKernel): Answer | null {
  const major = Number(version?.split('.')[0] ?? Number.POSITIVE_INFINITY);
  const unknown = compilerOptions.filter(({ gcc, asks }) => gcc > major && asks(tree?.config ?? {}));
  if (unknown.length === 0) return null;
  const oldest = Math.max(...unknown.map(({ gcc }) => gcc));
  return {
    status: 'fail',
    found: `${name} (${path}) is version ${version}, which does not know ${listing(unknown.map(({ option }) => option))}`,
    needed: `GCC ${oldest} or newer, as the configuration of ${title} has it`,
    detail: unknown.map(({ option, gcc, source }) => `${option}: GCC ${gcc} knows it; ${source}.`).join(' '),
    remedies: [advice(`Install GCC ${oldest} or newer, and put it first on PATH under the name ${name}.`)],
  };
}
