import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A proxy that apt goes through, wherever in the lab it runs. */
export interface Downloads {
  /** What programs take as `http_proxy`. */
  proxy: string;
  /** Bytes that came from the folder, and from the archive. */
  served: { kept: number; fetched: number };
  close(): void;
}

/**
 * Serves packages and lists of packages from a folder, and keeps there what has to be fetched; all else passes through. apt
 * checks what it gets, as always. An archive that is reached by https is fetched from each time.
 */
export async function serveDownloads(folder: string): Promise<Downloads> {
  await mkdir(folder, { recursive: true });
  const served = { kept: 0, fetched: 0 };
  const server = createServer((asked, answer) => {
    const name = keptAs(asked);
    const serve = name === null ? pass(asked, answer) : serveKept(join(folder, name), asked, answer, served);
    // Whoever asked may be gone, or the archive out of reach: apt says what that means.
    serve.catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: `http://127.0.0.1:${port}`,
    served,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The name of a file that never changes: a version of a package, or a list by the sum of its bytes. */
function keptAs({ method, url = '' }: IncomingMessage): string | null {
  if (method !== 'GET') return null;
  const path = url.split('?')[0] ?? '';
  return /\/pool\/.*\.deb$|\/by-hash\/SHA256\/[0-9a-f]{64}$/.test(path) ? basename(decodeURIComponent(path)) : null;
}

async function serveKept(
  file: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  served: Downloads['served'],
): Promise<void> {
  const kept = await stat(file).catch(() => null);
  if (kept !== null) {
    served.kept += kept.size;
    answer.writeHead(200, { 'Content-Length': kept.size });
    return pipeline(createReadStream(file), answer);
  }
  // The whole of it, whatever part is still wanted.
  const { range: _, 'if-range': __, ...headers } = asked.headers;
  const found = await fetchFrom(asked, headers);
  if (found.statusCode !== 200) return relay(found, answer);
  const unfinished = `${file}.${process.pid}-${performance.now()}.unfinished`;
  const copy = createWriteStream(unfinished);
  try {
    answer.writeHead(200, found.headers);
    await Promise.all([pipeline(found, copy), pipeline(found, answer)]);
    served.fetched += copy.bytesWritten;
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  return relay(await fetchFrom(asked, asked.headers), answer);
}

function relay(found: IncomingMessage, answer: ServerResponse): Promise<void> {
  answer.writeHead(found.statusCode ?? 502, found.headers);
  return pipeline(found, answer);
}

function fetchFrom(asked: IncomingMessage, headers: IncomingMessage['headers']): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const forwarded = request(asked.url ?? '', { method: asked.method ?? 'GET', headers }, resolve);
    forwarded.on('error', reject);
    asked.pipe(forwarded);
  });
}
