import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { expect, test, vi } from 'vitest';
import { createRunLogged } from '../../../src/tree/build/run-logged.ts';
import { temporaryFolder } from '../../write/folders.ts';

/** Programs run here are real ones; `said` is what the log holds when they have ended. */
async function workplace() {
  const file = join(temporaryFolder(), 'log');
  const log = createWriteStream(file);
  await once(log, 'open');
  const stop = new AbortController();
  const run = createRunLogged({ env: { PATH: process.env.PATH, CAT: 'grey' }, log, stop: stop.signal });
  const said = async () => {
    log.end();
    await finished(log);
    return readFileSync(file, 'utf8');
  };
  return { run, stop, said };
}

const sh = (script: string) => ['sh', '-c', script];

test('what a program says goes to the log, and line by line to who heeds it', async () => {
  const { run, said } = await workplace();
  const lines: string[] = [];
  await run(sh('echo "$CAT $HOME"; echo oh >&2'), { heed: (line) => lines.push(line) });
  expect(lines.sort()).toEqual(['grey ', 'oh']);
  expect(await said()).toMatch(/\$ sh -c echo .*\n(grey \noh|oh\ngrey )\n/);
});

test('a program that fails, and one that is not there, are told apart', async () => {
  const { run } = await workplace();
  await expect(run(sh('exit 3'))).rejects.toMatchObject({ code: 'kdir.failed', message: 'sh failed' });
  await expect(run(['no-such-program'])).rejects.toMatchObject({ code: 'kdir.no-tool' });
});

test('a stop ends a program and its children, and is passed on', async () => {
  const { run, stop } = await workplace();
  const pids: string[] = [];
  const running = run(sh('sleep 60 & echo $!; echo $$; wait'), { heed: (line) => pids.push(line) });
  await vi.waitFor(() => expect(pids).toHaveLength(2));
  stop.abort('SIGTERM');
  await expect(running).rejects.toBe('SIGTERM');
  await vi.waitFor(() => expect(pids.filter((pid) => alive(pid))).toEqual([]));
});

test('nothing outlives its program, not even what holds its output open', async () => {
  const { run } = await workplace();
  const pids: string[] = [];
  await run(sh('sleep 60 & echo $!'), { heed: (line) => pids.push(line) });
  await vi.waitFor(() => expect(alive(pids[0])).toBe(false));
});

test('nothing is started after a stop', async () => {
  const { run, stop } = await workplace();
  const file = join(temporaryFolder(), 'made');
  stop.abort('SIGINT');
  await expect(run(['touch', file])).rejects.toBe('SIGINT');
  expect(existsSync(file)).toBe(false);
});

function alive(pid: string | undefined): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) [ZX] /.test(readFileSync(stat, 'utf8'));
}
