import { createRequire } from 'node:module';
import { defineConfig } from 'rolldown';
import { templates } from './templates.plugin.js';

/** A CommonJS module whose types speak of a default export that it has not. @type {typeof import('rollup-plugin-license').default} */
const license = createRequire(import.meta.url)('rollup-plugin-license');

/**
 * One graph with three entries that share chunks: the bin, the library and Yeoman's generator.
 * Everything but yeoman-generator is inlined, since starting from one file is several times faster than from many.
 */
export default defineConfig({
  input: { cli: 'src/cli/main.ts', lib: 'src/index.ts', 'generators/app/index': 'generators/app/index.ts' },
  platform: 'node',
  external: ['yeoman-generator'],
  // Headers that tools are run on lie beside the program.
  experimental: { resolveNewUrlToAsset: true },
  output: {
    dir: 'dist',
    format: 'esm',
    minify: true,
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    assetFileNames: 'headers/[name][extname]',
  },
  plugins: [
    templates(),
    license({
      thirdParty: {
        includeSelf: false,
        allow: {
          test: '(MIT OR ISC OR Apache-2.0 OR BSD-2-Clause OR BSD-3-Clause OR BlueOak-1.0.0)',
          failOnUnlicensed: true,
          failOnViolation: true,
        },
        output: { file: 'dist/THIRD-PARTY-LICENSES.txt' },
      },
    }),
  ],
});
