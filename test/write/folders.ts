import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'writer-')));
  onTestFinished(() => {
    // A test may have taken away the leave to look into it, or moved it.
    if (existsSync(folder)) chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Everything below a folder, path → text (links: `-> target`, folders: `/`), to compare before and after. */
export function snapshot(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const place = join(folder, path);
      const stats = lstatSync(place);
      if (stats.isSymbolicLink()) return [path, `-> ${readlinkSync(place)}`];
      return [path, stats.isFile() ? readFileSync(place, 'utf8') : '/'];
    }),
  );
}
