import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Downloads, serveDownloads } from './lab/downloads.ts';

let folder: string;
let archive: Server;
let downloads: Downloads;
/** What the archive was asked for. */
let asked: string[];
let address: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-downloads-'));
  asked = [];
  archive = createServer((incoming, answer) => {
    asked.push(incoming.url ?? '');
    if (incoming.url?.includes('missing')) answer.writeHead(404).end();
    else if (!incoming.url?.includes('broken')) answer.end('text of it');
    else answer.writeHead(200, { 'Content-Length': 100 }).write('half', () => answer.destroy());
  });
  await new Promise<void>((resolve) => archive.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(archive.address() as AddressInfo).port}`;
  downloads = await serveDownloads(folder);
});

afterEach(async () => {
  downloads.close();
  archive.close();
  await rm(folder, { recursive: true });
});

/** Asks as apt asks a proxy. */
function get(path: string): Promise<[number | undefined, string]> {
  const { port } = new URL(downloads.proxy);
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path: address + path }, async (answer) => {
      text(answer).then((body) => resolve([answer.statusCode, body]), reject);
    });
    asking.on('error', reject);
    asking.end();
  });
}

/** What was fetched is put into its place, or thrown away, after it was passed on. */
function holds(names: string[]): Promise<void> {
  return vi.waitFor(async () => expect(await readdir(folder)).toEqual(names));
}

const sum = '0123456789abcdef'.repeat(4);

it.each([
  ['a package', '/debian/pool/main/g/gcc/libstdc%2b%2b6_12_arm64.deb', 'libstdc++6_12_arm64.deb'],
  ['a list', `/debian/dists/sid/main/binary-arm64/by-hash/SHA256/${sum}`, sum],
])('%s comes from the archive once', async (_, path, name) => {
  expect(await get(path)).toEqual([200, 'text of it']);
  await holds([name]);
  expect(await get(path)).toEqual([200, 'text of it']);
  expect(asked).toEqual([path]);
  expect(downloads.served).toEqual({ fetched: 10, kept: 10 });
});

it('what may change at the same address is asked for each time', async () => {
  await get('/debian/dists/sid/InRelease');
  await get('/debian/dists/sid/InRelease');
  expect(asked).toHaveLength(2);
  await holds([]);
});

it('what is not there, or comes in part, is not kept', async () => {
  expect(await get('/debian/pool/main/m/missing.deb')).toEqual([404, '']);
  await expect(get('/debian/pool/main/b/broken.deb')).rejects.toThrow(/aborted|hang up/);
  await holds([]);
});

it('an archive out of reach ends the answer', async () => {
  archive.close();
  await expect(get('/debian/pool/main/a/any.deb')).rejects.toThrow(/hang up|reset/);
});
