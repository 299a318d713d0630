/** Compares dotted versions by their numbers, part by part; what follows the numbers (`6.1.0-56-amd64`) is left out. Negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The row of a table, oldest first, that holds for a release; undefined for one older than all rows. */
export function rowFor<Row extends { from: string }>(rows: readonly Row[], release: string): Row | undefined {
  return rows.findLast((row) => compareVersions(release, row.from) >= 0);
}

function numbers(version: string): number[] {
  const [dotted = ''] = /^\d+(\.\d+)*/.exec(version) ?? [];
  return dotted.split('.').map(Number);
}
