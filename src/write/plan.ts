import { basename, join } from 'node:path';
import { refuseBuildPath } from '../knowledge/kernel/build-path.ts';
import { UsageError } from '../model/usage-error.ts';
import { quoteInput } from '../text/quote.ts';
import { inspectFile } from './inspect-file.ts';
import { inspectFolder } from './inspect-folder.ts';
import { isLeftover } from './leftovers.ts';

export interface WriteRequest {
  /** The module's folder; absolute. */
  destination: string;
  /** Path below it → text. */
  files: ReadonlyMap<string, string>;
  /** The file by which a folder is known to be ours. */
  marker: string;
  /** Paths that are the tool's own to write: replacing them is never a conflict. */
  owned: readonly string[];
  /** Whether to overwrite what differs, and to write into a folder that is not ours. */
  force: boolean;
}

/** What is to happen to one file; a `conflict` only happens with leave. */
type FileState = 'new' | 'same' | 'replace' | 'conflict';

export interface PlannedFile {
  path: string;
  state: FileState;
}

export interface WritePlan {
  /** The folder, links followed. */
  folder: string;
  exists: boolean;
  /** In the order of the request. */
  files: PlannedFile[];
  /** Written first: by it a folder is known to be ours, even if writing is cut short. */
  marker: string;
  /** What was in the places of files that are to be replaced: path → identity. */
  seen: ReadonlyMap<string, string>;
}

/**
 * Looks at the folder and says what writing would do, without changing anything.
 * @throws UsageError where writing cannot be right whatever is answered: a folder of other people's files without `force`,
 *   a file or a link where a folder is needed, a folder that may not be written, a path in which Kbuild cannot build.
 */
export async function planWrite({ destination, files, marker, owned, force }: WriteRequest): Promise<WritePlan> {
  const { folder, entries } = await inspectFolder(destination);
  const refusal = refuseBuildPath('The folder', folder);
  if (refusal !== null) throw new UsageError('path.unbuildable', refusal);
  const foreign = entries?.filter((entry) => entry !== '.git' && !isLeftover(join(folder, entry))) ?? [];
  if (foreign.length > 0 && !foreign.includes(marker) && !force) throw foreignFiles(folder, foreign, marker);
  const seen = new Map<string, string>();
  const planned = await Promise.all(
    [...files].map(async ([path, text]): Promise<PlannedFile> => {
      if (entries === null) return { path, state: 'new' };
      const inspected = await inspectFile(folder, path, text);
      if (inspected.seen !== null) seen.set(path, inspected.seen);
      if (inspected.state !== 'differs') return { path, state: inspected.state };
      return { path, state: force || owned.includes(path) ? 'replace' : 'conflict' };
    }),
  );
  return { folder, exists: entries !== null, files: planned, marker, seen };
}

function foreignFiles(folder: string, names: string[], marker: string): UsageError {
  const some = names.sort().slice(0, 3).map(quoteInput).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return new UsageError(
    'folder.foreign',
    `The folder ${quoteInput(folder)} holds files that are no module of ours (${some}${more}, and no ${marker}): ` +
      `choose another name than ${basename(folder)}, or write into it with --force.`,
  );
}
