import type { Facts, RefusedOptions, ToolFact } from '../../model/facts.ts';
import type { Answer } from '../check.ts';
import { advice } from '../remedy/remedies.ts';

/** A compiler that stops at what a variable of the environment holds, whatever it is to compile; null where it takes that. */
export function refusesOptions(
  variables: readonly RefusedOptions['variable'][],
  tool: Pick<ToolFact, 'path'> | null,
  { refusedOptions = [] }: Facts,
): Answer | null {
  const refused = refusedOptions.find((one) => one.tool === tool?.path && variables.includes(one.variable));
  if (refused === undefined) return null;
  const { variable, tool: path, line } = refused;
  return {
    status: 'fail',
    found: `${path} refuses what ${variable} in the environment holds: "${line}"`,
    needed: `options in ${variable} that ${path} knows`,
    remedies: [advice(`Unset ${variable}, or take the option out of it.`)],
  };
}

/** What the C compiler is handed. */
export const optionsForC = ['KCPPFLAGS', 'KCFLAGS'] as const;
