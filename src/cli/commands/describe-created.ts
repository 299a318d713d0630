import { relative } from 'node:path';
import type { Created } from '../../api/create.ts';

/** What became of every file, one a line, and a closing sentence; for people. */
export function describeCreated({ folder, files, outcome }: Created, from: string): string {
  const place = relative(from, folder) || '.';
  const listed = outcome === 'dry-run' ? files : files.filter(({ state }) => state !== 'same');
  const rows = listed.map(({ path, state }) => `  ${state.padEnd(8)}  ${place}/${path}\n`);
  return `${rows.join('')}${closing(place, outcome, files)}\n`;
}

function closing(place: string, outcome: Created['outcome'], files: Created['files']): string {
  if (outcome === 'dry-run') return 'Nothing was written, as --dry-run asks.';
  if (outcome === 'declined') return 'Nothing was written: the files that differ are left as they are.';
  if (files.every(({ state }) => state === 'same'))
    return `${place} is there already, file for file as it would be written.`;
  return `Scaffolded ${place}.`;
}

/** What to ask before files that differ are overwritten. */
export function overwriteQuestion(conflicts: string[]): string {
  return `Overwrite ${conflicts.join(', ')}, which differ from what would be written?`;
}
