import { Worker } from 'node:worker_threads';
import { readText } from '../../system/files/files.ts';

/** File systems behind which stands a program or another machine that may not answer (mountinfo: proc_pid_mountinfo(5)). */
const remote = / - (?:fuse\S*|nfs\d?|cifs|smb3|9p|ceph|afs|autofs|glusterfs|lustre|virtiofs) /;

/** Every mount is a line of some hundred bytes. */
const longestList = 1024 * 1024;

/** Milliseconds beyond the time limit for which reading files may keep this process from anything else. */
const grace = 500;

/**
 * Ends this process, with a sentence, when a file system does not answer: reading is synchronous, so that nothing else could.
 * A thread watches, and only where a file system of that kind is mounted, since starting it costs as much as asking a tool.
 * @param marker by which commands are found that were started, and must not be left behind
 * @returns what ends the watch
 */
export function watchForSilence(timeoutMs: number, marker: string): () => void {
  if (!remote.test(readText('/proc/self/mountinfo', longestList) ?? '')) return () => {};
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const limit = timeoutMs + grace;
  const words = `kernel-rust-module: a file system did not answer within ${timeoutMs / 1000} s. See which of those in /proc/self/mountinfo hangs, or name another folder.\n`;
  const worker = new Worker(watcher, { eval: true, workerData: { beats, limit, words, marker, self: process.pid } });
  worker.on('error', () => {}).unref();
  const beating = setInterval(() => Atomics.add(beats, 0, 1), 100).unref();
  return () => {
    clearInterval(beating);
    void worker.terminate();
  };
}

/** All that the thread does, as a text, since it has no file of its own once this program is bundled. */
const watcher = `
const { beats, limit, words, marker, self } = require('node:worker_threads').workerData;
const { readdirSync, readFileSync, writeSync } = require('node:fs');
let [seen, since] = [0, Date.now()];
while (Date.now() - since < limit) {
  Atomics.wait(beats, 0, seen, 100);
  const now = Atomics.load(beats, 0);
  if (now !== seen) [seen, since] = [now, Date.now()];
}
try { writeSync(2, words); } catch {}
for (const id of readdirSync('/proc').map(Number)) {
  try {
    if (id !== self && readFileSync('/proc/' + id + '/environ').includes(marker)) process.kill(id, 'SIGKILL');
  } catch {}
}
process.kill(self, 'SIGKILL');
`;
