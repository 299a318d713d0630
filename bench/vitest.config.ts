import { defineConfig } from 'vitest/config';
import lab from '../vitest.lab.config.ts';

/** The figures are measured in the lab's roots, one after the other. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: { ...lab.test, include: ['bench/*.bench.ts'] },
});
