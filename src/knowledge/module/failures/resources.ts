import { both, type KnownFailure } from './failure.ts';

/** What the machine has too little of, or does not permit. */
export const resourceFailures: readonly KnownFailure[] = [
  {
    id: 'no-space',
    flavours: both,
    pattern: 'No space left on device|Disk quota exceeded',
    cause: 'The file system that the message names is full, or the quota of this user is used up.',
    remedy:
      'Free space there (df -h shows it, df -i if it is the number of files), or move what is large: XDG_CACHE_HOME=DIR for the cache, TMPDIR=DIR for temporary files.',
    known: 'recorded',
    source: '6.1: the module in a full file system.',
  },
  {
    id: 'out-of-memory',
    flavours: both,
    pattern:
      'interrupted by SIGKILL|signal: 9, SIGKILL|Killed signal terminated program|internal compiler error: Killed|LLVM ERROR: out of memory|[.](o|ko|rlib). Killed|virtual memory exhausted|memory allocation of [0-9]+ bytes failed|(cc1|rustc)[^ ]*: .*out of memory|Out of memory: Killed process',
    cause: 'The system killed a compiler, or gave it no memory, because memory ran out.',
    remedy:
      'Build with fewer jobs (make -j1), close other programs, or give the machine or container more memory or swap.',
    known: 'recorded',
    source: '6.1: rustc killed by SIGKILL while it compiled the module, as the kernel does when memory runs out.',
  },
  {
    id: 'not-writable',
    flavours: both,
    mayFollow: true,
    pattern:
      "(cannot (create|open|remove|touch|move)|can't (create|open)|failed to (write|create|open)|could not (create|write)).*(Permission denied|Read-only file system)",
    cause:
      'This user may not write where the message says: the folder belongs to another user (what sudo make built belongs to root), or the file system is read-only.',
    remedy:
      'Make the folder yours (sudo chown -R "$USER" .) and build without sudo, or copy the module to a folder of yours; only make modules_install needs sudo.',
    known: 'recorded',
    source: '6.1: a module of root built by another user, and on a read-only file system.',
  },
];
