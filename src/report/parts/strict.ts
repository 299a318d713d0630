import type { Conclusion } from './conclusion.ts';

/** Says which warnings count as failures; nothing where none does. */
export function describeStrict({ warnings }: Pick<Conclusion, 'warnings'>): string[] {
  if (warnings.length === 0) return [];
  const ids = [...new Set(warnings.map(({ id }) => id))].join(', ');
  return [`Failed, since --strict counts warnings as failures: ${ids}.`];
}
