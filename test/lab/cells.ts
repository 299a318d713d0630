import { labFolders } from './folders.ts';
import { type Cell, ledger } from './ledger.ts';

/** Notes a line of the table that ends a run. */
export function recordCell(cell: Cell): void {
  ledger(labFolders().temporary).cell(cell);
}
