/**
 * What modules are stamped with, out of the preprocessed `VERMAGIC_STRING`: C's string literals side by side, at the end.
 * @returns null where there are none
 */
export function parseVermagic(preprocessed: string): string | null {
  const last = preprocessed.trimEnd().split('\n').at(-1) ?? '';
  const literals = [...last.matchAll(/"([^"\\]*)"/g)].map(([, text = '']) => text);
  return literals.length === 0 ? null : literals.join('');
}
