import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startGroup } from '../../../src/system/process/start-group.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-group-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('lets what its leader started tidy up, although the leader is gone', async () => {
  const temporary = join(folder, 'temporary');
  const script = join(folder, 'tidies.sh');
  writeFileSync(script, 'trap \'sleep 0.5; rm "$1"; exit\' TERM\n: >"$1"\nwhile :; do sleep 0.1; done\n');
  const stop = new AbortController();
  // The leader does not wait for the script.
  const { ended } = startGroup(['sh', '-c', 'sh "$@" & exec sleep 30', 'sh', script, temporary], {
    cwd: folder,
    env: process.env,
    stdio: 'ignore',
    told: stop.signal,
  });
  await vi.waitFor(() => expect(existsSync(temporary)).toBe(true), 5000);
  stop.abort();
  await ended;
  expect(existsSync(temporary)).toBe(false);
});
