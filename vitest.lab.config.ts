import { defineConfig } from 'vitest/config';
import { templates } from './templates.plugin.js';

const minute = 60_000;

/** Real Debian systems and their stock kernels: one case after the other, since each wants the whole machine. */
export default defineConfig({
  plugins: [templates()],
  test: {
    include: ['test/lab/cases/*.test.ts'],
    globalSetup: 'test/lab/setup.ts',
    fileParallelism: false,
    // One process for all files, so that they share the systems they build upon.
    isolate: false,
    disableConsoleIntercept: true,
    testTimeout: 30 * minute,
    hookTimeout: 30 * minute,
    reporters: ['verbose'],
  },
});
