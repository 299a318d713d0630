import { basename, dirname, join } from 'node:path';
import { givesModulesBtf } from '../../knowledge/kernel/btf.ts';
import { buildPrograms } from '../../knowledge/kernel/build-programs.ts';
import { isSet } from '../../knowledge/kernel/config-condition.ts';
import { headerFolders, linkerScripts } from '../../knowledge/kernel/module-build.ts';
import type { KernelTreeFact, UnfitFileFact } from '../../model/facts.ts';
import { readStart, realPath, stat, withFile } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';
import { holdsBtf } from '../elf/btf.ts';
import type { BuildPlan } from './build-plan.ts';
import type { Mention } from './makefile.ts';
import { areMet, type Lookup } from './makefile-condition.ts';
import type { Inspect } from './program-fitness.ts';

/** A tree with the means to look into it. */
export interface BuildTree extends Pick<KernelTreeFact, 'config' | 'vmlinux'> {
  /** Where the files lie that its build made. */
  at: TreePlace['at'];
  /** Where the sources' files lie. */
  source: TreePlace['at'];
  srcarch: string;
  plan: BuildPlan;
  /** Its configuration. */
  lookup: Lookup;
  inspect: Inspect;
}

/** The files that builds of modules read, load or start, and that are not there or could not be started here. */
export function observeBuildFiles(tree: BuildTree): UnfitFileFact[] {
  return [
    ...unfitPrograms(tree),
    ...unfitMentions(tree),
    ...unfitHeaderFolders(tree),
    ...unfitScripts(tree),
    ...unfitLinkerScript(tree),
    ...unfitVmlinux(tree),
  ];
}

function unfitPrograms(tree: BuildTree): UnfitFileFact[] {
  const programs = buildPrograms
    .filter(({ asks }) => asks?.(tree) ?? true)
    .flatMap(({ file }) => [file, ...wrapped(file, tree)]);
  return programs.flatMap((file) => {
    const trouble = tree.inspect(tree.at(file));
    return trouble === null ? [] : [{ file, path: whereIs(tree.at(file)), ...trouble }];
  });
}

/** Debian's wrappers have 15 kB; what they stand for has five times as much and more. */
const longestWrapper = 32_768;

/**
 * The program that a wrapper starts. Debian's kbuild packages have modpost for each kind of ELF file and objtool for each
 * architecture, and a program in front that chooses: `modpost.real-lsb-64`, `objtool.real-x86`.
 */
function wrapped(file: string, { at, config, srcarch }: BuildTree): string[] {
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

/** What Makefiles name is looked for first: only for what is missing does it matter whether the configuration asks for it. */
function unfitMentions({ at, source, plan, lookup }: BuildTree): UnfitFileFact[] {
  const seen = new Set<string>();
  return plan.mentions.flatMap((mention) => {
    const { tree, file, variable, conditions } = mention;
    const path = tree === 'source' ? source(file) : at(file);
    const key = `${path} ${isOfRust(variable)}`;
    const trouble = seen.has(key) || isJudgedElsewhere(mention) ? null : troubleOf(path);
    if (trouble === null || !areMet(conditions, lookup)) return [];
    seen.add(key);
    const flavour = isOfRust(variable) ? ({ flavour: 'rust-for-linux' } as const) : {};
    return [{ file, path: whereIs(path), ...flavour, trouble, detail: '' }];
  });
}

function unfitHeaderFolders({ at, source, srcarch }: BuildTree): UnfitFileFact[] {
  return headerFolders.flatMap(({ tree, folder }) => {
    const file = folder.replace('$(SRCARCH)', srcarch);
    const path = tree === 'source' ? source(file) : at(file);
    return stat(path)?.isDirectory() ? [] : [{ file, path: whereIs(path), trouble: 'missing', detail: '' }];
  });
}

function isOfRust(variable: string): boolean {
  return /rust/i.test(variable);
}

/** The target's specification has a check of its own, and what Kbuild lists to complain of is in the tree's state. */
function isJudgedElsewhere({ file, variable }: Mention): boolean {
  return file.endsWith('target.json') || variable === 'checked-configs';
}

function troubleOf(path: string): 'missing' | 'empty' | null {
  const stats = stat(path);
  if (stats === null || !stats.isFile()) return 'missing';
  return stats.size === 0 ? 'empty' : null;
}

function unfitScripts({ source, plan, inspect, config, vmlinux }: BuildTree): UnfitFileFact[] {
  return plan.scripts.flatMap(({ file, direct, btf }) => {
    const path = source(file);
    const trouble = inspect(path)?.trouble;
    const isFine = trouble === undefined || trouble === 'empty' || (trouble === 'not-executable' && !direct);
    if (isFine || (btf && !givesModulesBtf({ config, vmlinux }))) return [];
    return [{ file, path: whereIs(path), trouble, detail: '' }];
  });
}

function unfitLinkerScript({ at, plan, srcarch }: BuildTree): UnfitFileFact[] {
  const files = linkerScripts.map((file) => file.replace('$(SRCARCH)', srcarch));
  const sizes = files.map((file) => stat(at(file))?.size);
  if (!plan.linkerScript || sizes.some((size) => size !== undefined)) return [];
  const [file = ''] = files;
  return [{ file, path: whereIs(at(file)), trouble: 'missing', detail: '' }];
}

/** The BTF of a module refers to that of the kernel: `pahole --btf_base` of scripts/Makefile.modfinal and gen-btf.sh. */
function unfitVmlinux({ at, config, vmlinux }: BuildTree): UnfitFileFact[] {
  const file = 'vmlinux';
  if (!givesModulesBtf({ config, vmlinux })) return [];
  return withFile(at(file), holdsBtf) === false
    ? [{ file, path: whereIs(at(file)), trouble: 'no-btf', detail: '' }]
    : [];
}

/** With the links of its folder followed: the file itself may be missing. */
function whereIs(path: string): string {
  return join(realPath(dirname(path)), basename(path));
}
