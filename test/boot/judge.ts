import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../write/folders.ts';

/** The scripts as they are in a module. */
export const scripts = join(import.meta.dirname, '../../examples/freestanding/hello/scripts');
/** What boot-init.sh's lines begin with. */
export const mark = 'boot-0123456789abcdef';

export interface Verdict {
  status: number | null;
  stdout: string;
  /** What comes before the last line: the kernel's report. */
  report: string;
  last: string;
}

export interface Judged {
  /** The file's name, .ko left out. */
  name?: string;
  /** What is in the file. */
  module?: string;
  /** The machine was stopped. */
  stopped?: boolean;
}

/** Hands a log to boot-verdict.sh, in a folder of its own, on a machine without binutils. */
export function judge(
  log: string | ((folder: string) => string),
  { name = 'sample', module = 'build-id: \x04GNU!', stopped = false }: Judged = {},
): Verdict {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'boot.log'), typeof log === 'string' ? log : log(folder), 'latin1');
  writeFileSync(join(folder, `${name}.ko`), module, 'latin1');
  const words = [join(scripts, 'boot-verdict.sh'), 'boot.log', `${name}.ko`, mark, ...(stopped ? ['120'] : [])];
  const { status, stdout, stderr } = spawnSync('sh', words, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, CROSS_COMPILE: 'missing-' },
  });
  const lines = stderr.trimEnd().split('\n');
  return { status, stdout, report: lines.slice(0, -1).join('\n'), last: lines.at(-1) ?? '' };
}
