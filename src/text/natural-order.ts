/**
 * Compares two names in the order people expect of versions: runs of digits count as numbers, so that `6.12` is
 * greater than `6.2`, and a release candidate (`7.3-rc1`, `7.3~rc1`) is less than what it leads to.
 * @returns negative, zero or positive, as `Array.sort` wants it
 */
export function compareNaturally(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = comparePart(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function parts(name: string): string[] {
  return name.match(/\d+|(?:-|~)rc|[^\d~-]+|[~-]/g) ?? [];
}

function comparePart(a: string, b: string): number {
  if (a === b) return 0;
  const [numberA, numberB] = [isNumber(a), isNumber(b)];
  if (numberA && numberB) return Number(a) - Number(b) || a.length - b.length;
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function isNumber(part: string): boolean {
  return /^\d/.test(part);
}

/** A candidate comes before the end of the name, text after it, and numbers last. */
function rank(part: string): number {
  if (part === '') return 1;
  if (part.endsWith('rc') || part === '~') return 0;
  return isNumber(part) ? 3 : 2;
}
