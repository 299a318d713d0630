import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Flavour } from '../../src/model/assessment.ts';

/** A module built for a kernel of some architecture, and what became of it there. */
export interface Cell {
  /** Our name for it. */
  architecture: string;
  flavour: Flavour;
  /** The release of the kernel. */
  kernel: string;
  /** null where it was not built. */
  buildSeconds: number | null;
  /** null where it was not booted. */
  bootSeconds: number | null;
  /** `loaded`, or in a few words why it was not. */
  result: string;
}

/** A layer of a Debian system that a case asked for. */
export interface Layer {
  folder: string;
  title: string;
  /** How long making it took, be it now or long ago; null for one that was made before that was noted. */
  seconds: number | null;
}

/** What a run notes for its end: the cases run in a process of their own, and whoever prints the tables in another. */
export interface Ledger {
  cell(cell: Cell): void;
  layer(layer: Layer): void;
  cells(): Cell[];
  layers(): Layer[];
}

/** @param temporary the folder that is there as long as the run. */
export function ledger(temporary: string): Ledger {
  const file = (name: string) => join(temporary, `${name}.jsonl`);
  const note = (name: string, entry: Cell | Layer) => appendFileSync(file(name), `${JSON.stringify(entry)}\n`);
  const noted = (name: string) =>
    existsSync(file(name))
      ? readFileSync(file(name), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
  return {
    cell: (cell) => note('cells', cell),
    layer: (layer) => note('layers', layer),
    cells: () => noted('cells'),
    layers: () => noted('layers'),
  };
}
