import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { templates } from './templates.plugin.js';

const minute = 60_000;

/** The files in the order of their names: vitest would take those first that were slow or failed the last time. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => (one.moduleId < other.moduleId ? -1 : 1));
  }
}

/** Real Debian systems and their stock kernels: one case after the other, since each wants the whole machine. */
export default defineConfig({
  plugins: [templates()],
  test: {
    include: ['test/lab/cases/*.test.ts'],
    globalSetup: 'test/lab/setup.ts',
    fileParallelism: false,
    sequence: { sequencer: ByName },
    // One process for all files, so that they share the systems they build upon.
    isolate: false,
    disableConsoleIntercept: true,
    testTimeout: 30 * minute,
    hookTimeout: 30 * minute,
    reporters: ['verbose'],
  },
});
