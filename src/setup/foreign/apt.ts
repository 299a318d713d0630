import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { Failure } from '../../model/failure.ts';

/** apt for another architecture, on the system's own sources and keys, so that signatures are checked as always. */
export interface ForeignApt {
  /** Brings its lists up to date. Answers with what went wrong, null for nothing: the lists that could be read may do. */
  update(): Promise<string | null>;
  /** A field of a package's newest version, `Depends`; null where the lists have no such package. */
  field(packageName: string, field: string): Promise<string | null>;
  /**
   * Downloads packages and unpacks them into a folder, which may be there.
   * @param downloads an empty folder of their own, or none
   * @throws Failure with apt's own reason.
   */
  unpack(packages: readonly string[], folder: string, downloads: string): Promise<void>;
}

/** Debian's names of two architectures. */
export interface DebianNames {
  foreign: string;
  native: string;
}

/** How apt warns that it could not read a list, such as without a network, while it ends well. It warns of other things, too. */
const unread = /^W: (Failed to fetch|Some index files failed to download)/;

/**
 * apt with lists of its own: those of the system, and which architectures it has, stay as they are. Needs no root.
 * @param folder where its lists are kept, for all architectures
 * @param stop ends what is running
 */
export async function foreignApt(folder: string, names: DebianNames, stop: AbortSignal): Promise<ForeignApt> {
  // apt makes these by itself only for root.
  for (const part of ['lists/partial', 'archives/partial']) await mkdir(join(folder, part), { recursive: true });
  const options = aptOptions(folder, names, process.geteuid?.() === 0);
  const run = async (file: string, args: readonly string[], cwd = folder) => {
    stop.throwIfAborted();
    const running = { env: { LC_ALL: 'C' }, cwd, reject: false, stdin: 'ignore', cancelSignal: stop } as const;
    const { exitCode, stdout, stderr } = await execa(file, args, running);
    stop.throwIfAborted();
    const lines = (stderr ?? '').trim().split('\n');
    const [reason = lines.at(-1) ?? ''] = [/^E: /, unread, /^W: /].flatMap((kind) =>
      lines.filter((line) => kind.test(line)),
    );
    return { ok: exitCode === 0, stdout: stdout ?? '', reason };
  };
  return {
    async update() {
      const { ok, reason } = await run('apt-get', [...options, '-qq', 'update']);
      return ok && !unread.test(reason) ? null : reason;
    },
    async field(packageName, field) {
      const { stdout } = await run('apt-cache', [...options, 'show', '--no-all-versions', packageName]);
      return new RegExp(`^${field}: (.*)$`, 'm').exec(stdout)?.[1] ?? null;
    },
    async unpack(packages, into, downloads) {
      await mkdir(downloads, { recursive: true });
      const { ok, reason } = await run('apt-get', [...options, '-qq', 'download', ...packages], downloads);
      if (!ok) throw new Failure('foreign.download', `${packages.join(' ')} could not be downloaded: ${reason}`);
      for (const deb of (await readdir(downloads)).filter((name) => name.endsWith('.deb'))) {
        const extracted = await run('dpkg-deb', ['--extract', join(downloads, deb), into]);
        if (!extracted.ok) throw new Failure('foreign.unpack', `${deb} could not be unpacked: ${extracted.reason}`);
      }
    },
  };
}

/** What makes apt work for another architecture. The machine's own is asked for, too: kernel headers lead to programs that run here. */
export function aptOptions(folder: string, { foreign, native }: DebianNames, isRoot: boolean): string[] {
  const settings = {
    'APT::Architecture': foreign,
    // Lists of architectures that were asked for earlier stay.
    'APT::Get::List-Cleanup': 'false',
    'Acquire::Languages': 'none',
    // A quarter of the room, and nothing else reads them.
    'Acquire::GzipIndexes': 'true',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': '/dev/null',
    'Dir::Cache::archives': join(folder, 'archives'),
    'Dir::Cache::pkgcache': '',
    'Dir::Cache::srcpkgcache': '',
    // The user that root's apt downloads as cannot enter root's cache.
    ...(isRoot ? { 'APT::Sandbox::User': 'root' } : {}),
  };
  const architectures = [foreign, native].map((name) => `APT::Architectures::=${name}`);
  return [...Object.entries(settings).map(([name, value]) => `${name}=${value}`), ...architectures].flatMap(
    (option) => ['-o', option],
  );
}
