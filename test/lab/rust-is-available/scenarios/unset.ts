import type { Scenario } from '../scenario.ts';

/**
 * Scenarios of a calling convention that the probe lacks on purpose: the script is meant to be called by Kbuild,
 * which always sets these variables.
 */
export const unsetScenarios: Scenario[] = (['RUSTC', 'BINDGEN', 'CC'] as const).map((variable) => ({
  name: `${variable.toLowerCase()}_unset`,
  exception: `the probe is called by people: without ${variable} it takes what Kbuild would set`,
  variants: [
    {
      title: '',
      env: { [variable]: null },
      expected: 'not available',
      says: `Environment variable '${variable}' is not set.`,
    },
  ],
}));
