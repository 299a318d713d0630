import type { Variant } from './scenario.ts';

/** What Kbuild sets for `make LLVM=1`, where the scenario sets or unsets nothing else. */
const kbuild = { RUSTC: 'rustc', BINDGEN: 'bindgen', CC: 'clang' };

/** The variables that both the kernel's script and the probe are given. */
export function variablesOf({ env }: Variant): Record<string, string> {
  const all = Object.entries({ ...kbuild, ...env });
  return Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
