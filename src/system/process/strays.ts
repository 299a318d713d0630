import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync } from 'node:fs';

/**
 * A name for the environment of what is started, by which it is found again. A process can leave its group and its session
 * (setsid), but its first environment stays in /proc.
 */
export function createMarker(): string {
  return `KERNEL_RUST_MODULE_RUN_${process.pid}_${Math.random().toString(36).slice(2)}`;
}

/** How much of an environment is looked at: twice what a Linux allows one word of it to be. */
const environmentBytes = 256 * 1024;

/** Rounds after which what starts itself again and again is left alone. */
const mostRounds = 50;

/**
 * Ends every process of this user that has the marker in its environment.
 * @param first process id of the first one that was started with it; numbers are given in turn, so none of them has a lower
 *   one, unless counting has begun again
 */
export function endMarked(marker: string, first: number): void {
  for (let round = 0; round < mostRounds; round += 1) {
    const found = marked(marker, first);
    if (found.length === 0) return;
    for (const id of found) signalTo(id, 'SIGKILL');
  }
}

/** Sends SIGINT to those of them that Ctrl-C would reach: what has made itself a session of its own, such as dpkg under apt, is left to finish. */
export function interruptMarked(marker: string, first: number): void {
  const own = groupOf(process.pid);
  for (const id of marked(marker, first)) if (groupOf(id) === own) signalTo(id, 'SIGINT');
}

function marked(marker: string, first: number): number[] {
  const memory = Buffer.allocUnsafe(environmentBytes);
  return candidates(first).filter((id) => isMarked(id, marker, memory));
}

/** The process group: the third word after the name, which may hold spaces and parentheses (proc_pid_stat(5)). */
function groupOf(id: number): number | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
  } catch {
    return null;
  }
}

function candidates(first: number): number[] {
  try {
    // The numbers in a /proc of another namespace are not those of kill(2).
    if (readlinkSync('/proc/self') !== String(process.pid)) return [];
    const ids = readdirSync('/proc')
      .map(Number)
      .filter((id) => Number.isInteger(id));
    const latest = latestId();
    return ids.filter((id) => id !== process.pid && (id >= first || latest < first));
  } catch {
    return [];
  }
}

/** The number given last: the fifth word of /proc/loadavg. */
function latestId(): number {
  return Number(readFileSync('/proc/loadavg', 'latin1').split(' ')[4]);
}

function isMarked(id: number, marker: string, memory: Buffer): boolean {
  let descriptor: number | undefined;
  try {
    if (statSync(`/proc/${id}`).uid !== process.geteuid?.()) return false;
    descriptor = openSync(`/proc/${id}/environ`, 'r');
    return memory.subarray(0, readSync(descriptor, memory, 0, memory.length, 0)).includes(marker);
  } catch {
    // It has ended meanwhile, or is not ours to look into.
    return false;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function signalTo(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal);
  } catch {
    // It has ended by itself.
  }
}
