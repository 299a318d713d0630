import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { planWrite } from '../../src/write/plan.ts';
import { writeFiles } from '../../src/write/write.ts';
import { snapshot, temporaryFolder } from './folders.ts';

const marker = 'marker.json';
const old = new Map([...Array(40).keys()].map((i) => [i === 20 ? marker : `folder/file-${i}`, 'old\n']));
const fresh = new Map([...old.keys()].map((path) => [path, 'fresh and longer\n']));

async function write(destination: string, files: Map<string, string>): Promise<void> {
  await writeFiles(await planWrite({ destination, files, marker, owned: [], force: true }), files);
}

/** The number of a process that has ended. */
const ended = () => String(spawnSync('true').pid);

function leftover(parent: string, name: string, files: Record<string, string>): void {
  mkdirSync(join(parent, name, 'new'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(parent, name, path), text);
}

describe('folders aside', () => {
  test.each(['into a new folder', 'into a folder'])(
    'of a process that was killed go at the next run, %s',
    async (into) => {
      const parent = temporaryFolder();
      const destination = into === 'into a folder' ? parent : join(parent, 'hello');
      leftover(parent, `.kernel-rust-module-${ended()}-aB3_x9`, { 'new/Makefile': 'half' });
      await write(destination, old);
      expect(Object.keys(snapshot(parent)).filter((path) => path.includes('.kernel-rust-module'))).toEqual([]);
      expect(readFileSync(join(destination, marker), 'utf8')).toBe('old\n');
    },
  );

  test('of a process that was killed at the very end go at the next run', async () => {
    const destination = temporaryFolder();
    await write(destination, old);
    const before = snapshot(destination);
    leftover(destination, `.kernel-rust-module-${ended()}-aB3_x9`, {});
    await write(destination, old);
    expect(snapshot(destination)).toEqual(before);
  });

  test.each<[string, string, Record<string, string>]>([
    ['of a process that runs', `.kernel-rust-module-${process.pid}-aB3_x9`, { 'new/file': 'half' }],
    ['with something else in it', `.kernel-rust-module-${ended()}-aB3_x9`, { notes: 'precious' }],
    ['of another name', '.kernel-rust-module-backup', { 'new/file': 'precious' }],
    ['of a longer name', `.kernel-rust-module-${ended()}-aB3_x9.bak`, { 'new/file': 'precious' }],
  ])('stay: one %s', async (_, name, files) => {
    const parent = temporaryFolder();
    leftover(parent, name, files);
    const before = snapshot(join(parent, name));
    await write(join(parent, 'hello'), old);
    expect(snapshot(join(parent, name))).toEqual(before);
  });
});

test('a process that is killed at any moment leaves each file old or new, and the next run does the rest', async () => {
  const parent = temporaryFolder();
  const entry = join(parent, 'entry.mjs');
  const source = (path: string) => JSON.stringify(fileURLToPath(new URL(`../../src/write/${path}`, import.meta.url)));
  writeFileSync(
    entry,
    `import { planWrite } from ${source('plan.ts')};
     import { writeFiles } from ${source('write.ts')};
     const [destination, text] = process.argv.slice(2);
     const files = new Map(JSON.parse(text));
     const plan = await planWrite({ destination, files, marker: ${JSON.stringify(marker)}, owned: [], force: true });
     process.stdout.write('planned');
     await writeFiles(plan, files);`,
  );
  const bundle = join(parent, 'bundle.mjs');
  await build({ input: entry, platform: 'node', output: { file: bundle }, logLevel: 'silent' });
  let cut = 0;
  for (let run = 0; run < 12; run++) {
    const destination = join(parent, `module-${run}`);
    if (run % 2 === 0) mkdirSync(destination);
    else await write(destination, old);
    const child = spawn(process.execPath, [bundle, destination, JSON.stringify([...fresh])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = new Promise((resolve) => child.on('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await sleep(run);
    child.kill('SIGKILL');
    await closed;
    const left = Object.entries(snapshot(destination)).filter(([path]) => fresh.has(path));
    const texts = left.map(([, text]) => text);
    expect(texts.filter((text) => text !== 'old\n' && text !== 'fresh and longer\n')).toEqual([]);
    if (run % 2 === 1) expect(left).toHaveLength(fresh.size);
    if (texts.filter((text) => text.startsWith('fresh')).length < fresh.size) cut++;
    await write(destination, fresh);
    expect(snapshot(destination)).toEqual({ ...Object.fromEntries(fresh), folder: '/' });
  }
  expect(cut).toBeGreaterThan(0);
}, 60_000);
