import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../src/model/failure.ts';
import { make } from '../../src/system/make.ts';

let folder: string;

/** A make that writes down how it was called, and ends with a status. */
function fakeMake(status: number): void {
  const script = `#!/bin/sh\npwd >seen\necho "$@" >>seen\necho "\${RUSTC-unset} \${KDIR-unset} \${ARCH-unset}" >>seen\nexit ${status}\n`;
  writeFileSync(join(folder, 'make'), script, { mode: 0o755 });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'make-'));
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('make', () => {
  it('runs in the folder, for the tree that was chosen rather than the one that the environment names', async () => {
    fakeMake(0);
    vi.stubEnv('RUSTC', '/followed');
    vi.stubEnv('KDIR', '/another');
    vi.stubEnv('ARCH', 'x86_64');
    await make(folder, 'boot', 'stderr');
    expect(readFileSync(join(folder, 'seen'), 'utf8')).toBe(
      `${folder}\n--no-print-directory boot\n/followed unset x86_64\n`,
    );
  });

  it('is a failure of the user’s, not of ours, when make fails', async () => {
    fakeMake(2);
    await expect(make(folder, 'modules', 'stderr')).rejects.toThrow(Failure);
  });
});
