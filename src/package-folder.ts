import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** This package's own folder, wherever it is installed and however it was bundled: a package may require itself by name. */
export const packageFolder: string = dirname(
  createRequire(import.meta.url).resolve('generator-kernel-rust-module/package.json'),
);
