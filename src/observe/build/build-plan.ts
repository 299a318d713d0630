import { buildScripts, buildVariables, firstMakefiles, moduleHeaders } from '../../knowledge/kernel/module-build.ts';
import { readText } from '../../system/files/files.ts';
import { type Mention, readMakefile } from './makefile.ts';
import { areMet, type Condition } from './makefile-condition.ts';

/** What builds of modules need of a kernel's sources and of what its build made, as its Makefiles say. */
export interface BuildPlan {
  /** Each with the conditions on the configuration that are left. */
  mentions: Mention[];
  /** Out of `buildScripts`, those that a Makefile names. */
  scripts: (typeof buildScripts)[number][];
  /** A linker script lays out modules. */
  linkerScript: boolean;
}

/** The top Makefile has 80 kB, and some thirty others are included from it. */
const longest = 512 * 1024;
const [deepest, mostMentions] = [5, 1000];

/**
 * Reads the Makefiles that a build of modules reads.
 * @param at where the sources' files lie
 */
export function readBuildPlan(at: (file: string) => string, srcarch: string): BuildPlan {
  const parsed = new Map<string, Mention[]>();
  const mentions: Mention[] = [];
  let texts = '';
  const follow = (file: string, conditions: Condition[], depth: number) => {
    let own = parsed.get(file);
    if (own === undefined) {
      const text = readText(at(file), longest) ?? '';
      texts += text;
      own = readMakefile(text, srcarch);
      parsed.set(file, own);
    }
    for (const mention of own) {
      const left = settled([...conditions, ...mention.conditions]);
      if (left === null || mentions.length >= mostMentions) continue;
      mentions.push({ ...mention, conditions: left });
      if (mention.as === 'include' && mention.tree === 'source' && depth < deepest)
        follow(mention.file, left, depth + 1);
    }
  };
  for (const header of moduleHeaders) mentions.push({ ...header, as: 'include', variable: '', conditions: [] });
  for (const file of firstMakefiles) {
    mentions.push({ tree: 'source', file, as: 'include', variable: '', conditions: [] });
    follow(file, [], 0);
  }
  return {
    mentions,
    scripts: buildScripts.filter(({ file }) => texts.includes(file)),
    linkerScript: texts.includes('/module.lds'),
  };
}

/** The conditions on the configuration; null where one of the others is not known to hold. */
function settled(conditions: readonly Condition[]): Condition[] | null {
  const isOfConfig = (condition: Condition) => condition?.variable.startsWith('CONFIG_') === true;
  const others = conditions.filter((condition) => !isOfConfig(condition));
  return areMet(others, (variable) => buildVariables[variable]) ? conditions.filter(isOfConfig) : null;
}
