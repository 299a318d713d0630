import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What a build read and started. */
export interface Touched {
  /** Files, links followed. */
  files: string[];
  /** Programs, as they were called. */
  programs: string[];
}

const call = /^(\w+)\((.*)\) = (-?\d+)(?:<([^>]*)>)?/;

/**
 * Reads what `strace --follow-forks --output-separately --decode-fds=path` wrote of the calls that take a file's name.
 * @param folder where make ran, from which relative names count
 */
export function parseTrace(trace: string, folder: string): Touched {
  const files = new Set<string>();
  const programs = new Set<string>();
  for (const line of trace.split('\n')) {
    const [, name, words = '', result, opened] = call.exec(line) ?? [];
    if (name === undefined || Number(result) < 0) continue;
    const [, path = ''] = /"([^"]*)"/.exec(words) ?? [];
    if (name === 'execve') programs.add(resolve(folder, path));
    else if (opened !== undefined) files.add(opened);
    else if (path !== '') files.add(resolve(folder, path));
  }
  return { files: [...files].filter(isFile), programs: [...programs].filter(isFile) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
