import type { Distribution } from './distribution.ts';

/** Installed packages that would have to go before the wanted ones can be installed, sorted; empty when nothing stands in the way. */
export function conflictsOf(distribution: Distribution, wanted: string[], installed: string[]): string[] {
  const barred = wanted
    .filter((name) => !installed.includes(name))
    .flatMap((name) => distribution.conflicts[name] ?? []);
  return installed.filter((name) => barred.includes(name)).sort();
}
