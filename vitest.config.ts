import { defineConfig } from 'vitest/config';
import { templates } from './templates.plugin.js';

export default defineConfig({
  plugins: [templates()],
  test: { include: ['test/**/*.test.ts'], exclude: ['test/lab/**'], testTimeout: 30_000 },
});
