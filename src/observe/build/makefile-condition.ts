/** What a conditional of a Makefile asks: whether a variable is set, or whether it has a value; null for what only make can tell. */
export type Condition = { variable: string; value: string | null; holds: boolean } | null;

/** The value of a variable; empty when it is not set, undefined when it is not known. */
export type Lookup = (variable: string) => string | undefined;

/** The conditionals that are open at a line of a Makefile. */
export interface OpenConditions {
  /** Takes a line that begins with `ifdef`, `ifndef`, `ifeq`, `ifneq`, `else` or `endif`. */
  heed(line: string): void;
  /** All of them have to hold. */
  all(): Condition[];
}

/** Kbuild's are seven deep, and have as many branches. */
const deepest = 32;

/** For each conditional that is open: what earlier branches of it asked, turned round, and what this branch asks. */
export function openConditions(): OpenConditions {
  const levels: Condition[][] = [];
  return {
    heed(line) {
      const [, isElse, word, rest = ''] = /^(else\b)?[ \t]*(ifn?def|ifn?eq|endif)?\b(.*)/.exec(line) ?? [];
      if (word === 'endif') levels.pop();
      if (isElse !== undefined) {
        const level = levels.at(-1);
        const branch = level?.pop();
        if (branch !== undefined) level?.push(negated(branch));
        if (word !== undefined) level?.push(parse(word, rest));
        if (level !== undefined && level.length > deepest) level.splice(0, level.length, null);
      } else if (word !== undefined && word !== 'endif') levels.push([parse(word, rest)]);
    },
    all: () => (levels.length > deepest ? [null] : levels.flat()),
  };
}

function parse(word: string, rest: string): Condition {
  const holds = word === 'ifdef' || word === 'ifeq';
  if (/^\s*\(\$\(findstring clang,\$\(CC_VERSION_TEXT\)\),\)/.test(rest)) {
    return { variable: 'CONFIG_CC_IS_CLANG', value: null, holds: !holds };
  }
  if (word.endsWith('def')) return { variable: rest.replace(/#.*/, '').trim(), value: null, holds };
  const [, variable, value] = /^[ \t]*\(\$\((\w[\w-]*)\), *([\w-]*)\)/.exec(rest) ?? [];
  if (variable === undefined || value === undefined) return null;
  return value === '' ? { variable, value: null, holds: !holds } : { variable, value, holds };
}

function negated(condition: Condition): Condition {
  return condition && { ...condition, holds: !condition.holds };
}

/** Whether all conditions are known to hold. */
export function areMet(conditions: readonly Condition[], lookup: Lookup): boolean {
  return conditions.every((condition) => {
    const value = condition === null ? undefined : lookup(condition.variable);
    if (condition === null || value === undefined) return false;
    return (condition.value === null ? value !== '' : value === condition.value) === condition.holds;
  });
}
