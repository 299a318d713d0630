import { basename, dirname, join } from 'node:path';
import type { KernelTreeFact, UnfitFileFact } from '../facts.ts';
import { buildPrograms } from '../knowledge/build-programs.ts';
import { isSet } from '../knowledge/config-condition.ts';
import { readStart, realPath } from './files.ts';
import type { Inspect } from './program-fitness.ts';
import type { TreePlace } from './tree-path.ts';

/** What of a tree decides what builds of modules need. */
interface Asking extends Pick<KernelTreeFact, 'config' | 'vmlinux'> {
  srcarch: string;
}

/** The programs of a tree that builds of modules start, and that could not be started here. */
export function observeBuildFiles(at: TreePlace['at'], tree: Asking, inspect: Inspect): UnfitFileFact[] {
  const programs = buildPrograms
    .filter(({ asks }) => asks?.(tree) ?? true)
    .flatMap(({ file }) => [file, ...wrapped(at, file, tree)]);
  return programs.flatMap((file) => {
    const trouble = inspect(at(file));
    return trouble === null ? [] : [{ file, path: whereIs(at(file)), ...trouble }];
  });
}

/** With the links of its folder followed: the file itself may be missing. */
function whereIs(path: string): string {
  return join(realPath(dirname(path)), basename(path));
}

/** Debian's wrappers have 15 kB; what they stand for has five times as much and more. */
const longestWrapper = 32_768;

/**
 * The program that a wrapper starts. Debian's kbuild packages have modpost for each kind of ELF file and objtool for each
 * architecture, and a program in front that chooses: `modpost.real-lsb-64`, `objtool.real-x86`.
 */
function wrapped(at: TreePlace['at'], file: string, { config, srcarch }: Asking): string[] {
  const [, name] = /%s\.(real-%s(?:-%s)?)\0/.exec(readStart(at(file), longestWrapper)?.toString('latin1') ?? '') ?? [];
  const kind = `${isBigEndian(config, srcarch) ? 'msb' : 'lsb'}-${isSet(config, '64BIT') ? '64' : '32'}`;
  switch (name) {
    case 'real-%s-%s':
      return [`${file}.real-${kind}`];
    case 'real-%s':
      return [`${file}.real-${srcarch}`];
    default:
      return [];
  }
}

function isBigEndian(config: Record<string, string>, srcarch: string): boolean {
  return isSet(config, 'CPU_BIG_ENDIAN') || srcarch === 's390';
}
