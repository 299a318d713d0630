import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { planWrite } from '../../src/write/plan.ts';
import { writeFiles } from '../../src/write/write.ts';
import { snapshot, temporaryFolder } from './folders.ts';

/** Mounts a disk of 32 kB; null where this process may not mount. */
function tinyDisk(): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

const files = new Map([
  ['Makefile', 'all:\n'],
  ['big', 'x'.repeat(100_000)],
]);

describe('on a full disk', () => {
  test.for(['new', 'existing'])('a %s folder is as it was, and one sentence says why', async (kind, { skip }) => {
    const disk = tinyDisk();
    if (disk === null) {
      const reason = 'NOT TESTED: a full disk is made by mounting a tiny tmpfs, which this user may not do.';
      console.warn(reason);
      return skip(reason);
    }
    const destination = join(disk, 'hello');
    if (kind === 'existing') {
      mkdirSync(destination);
      writeFileSync(join(destination, 'Makefile'), 'mine');
    }
    const before = snapshot(disk);
    const plan = await planWrite({ destination, files, marker: 'marker', owned: [], force: true });
    const error: unknown = await writeFiles(plan, files).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).message).toBe(
      `Cannot write to "${destination}": the disk is full. Make room and try again.`,
    );
    expect(snapshot(disk)).toEqual(before);
  });
});
