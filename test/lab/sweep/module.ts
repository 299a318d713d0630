import { cpSync, rmSync } from 'node:fs';

export const limits = { timeout: 300_000, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;

/** Where the sources of the swept module are kept. */
export function pristine(module: string): string {
  return `${module}.pristine`;
}

/** Leaves no file of an earlier build. */
export function fresh(module: string): void {
  rmSync(module, { recursive: true, force: true });
  cpSync(pristine(module), module, { recursive: true });
}
