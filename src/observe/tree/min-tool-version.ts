import type { Architecture } from '../../knowledge/architectures/architecture.ts';

/** What Kbuild sets for the script. */
type ScriptVariables = Record<'ARCH' | 'SRCARCH', string>;

/**
 * The minimum versions that a kernel's `scripts/min-tool-version.sh` would print for each tool it knows, found without
 * running it: it is one `case` over the tool's name, with `echo`, or `if` on `$ARCH` or `$SRCARCH` around it, for each.
 * Compared with what the scripts of 6.1, 6.12 and 7.3 print.
 * @param script its text
 * @returns null when a single line is not understood: no minimum is better than a wrong one
 */
export function parseMinimumTools(
  script: string,
  arch: Pick<Architecture, 'arch' | 'srcarch'>,
): Record<string, string> | null {
  const lines = script.split('\n');
  const start = lines.indexOf('case "$1" in');
  const end = lines.indexOf('*)', start);
  if (start < 0 || end < 0 || lines.slice(0, start).some((line) => /^\s*\w+=/.test(line))) return null;
  const variables = { SRCARCH: arch.srcarch, ARCH: arch.arch };
  const minima = armsOf(lines.slice(start + 1, end)).map(([head = '', ...body]) => {
    const [, tool] = /^([\w-]+)\)$/.exec(head) ?? [];
    return [tool, printedVersion(body, variables)] as const;
  });
  return minima.every(isKnown) && minima.length > 0 ? Object.fromEntries(minima) : null;
}

function isKnown(minimum: readonly [string | undefined, string | null]): minimum is readonly [string, string] {
  return minimum[0] !== undefined && minimum[1] !== null;
}

/** The statements of each arm of a `case`, `;;` left out. */
function armsOf(lines: readonly string[]): string[][] {
  const arms: string[][] = [[]];
  for (const line of lines) {
    const statement = line.replace(/(^|\s)#.*$/, '').trim();
    if (statement === ';;') arms.push([]);
    else if (statement !== '') arms.at(-1)?.push(statement);
  }
  return arms.filter(({ length }) => length > 0);
}

const echo = /^echo (\d+(?:\.\d+)*)$/;
const condition = /^(?:el)?if \[ "\$(ARCH|SRCARCH)" = "?(\w+)"? \]; then$/;

/** What the statements of one tool print; null when they are anything but an `echo` or a choice between some. */
function printedVersion(body: readonly string[], variables: ScriptVariables): string | null {
  if (body.length === 1) return echo.exec(body[0] ?? '')?.[1] ?? null;
  const [before, otherwise, end] = body.slice(-3);
  const [, version] = echo.exec(otherwise ?? '') ?? [];
  const branches = choices(body.slice(0, -3));
  if (before !== 'else' || version === undefined || end !== 'fi' || branches === null) return null;
  return branches.find(({ name, value }) => variables[name] === value)?.version ?? version;
}

interface Choice {
  name: keyof ScriptVariables;
  value: string;
  version: string;
}

/** `if` or `elif` and an `echo`, some times; null for anything else. */
function choices(lines: readonly string[]): Choice[] | null {
  const found: Choice[] = [];
  for (let index = 0; index < lines.length; index += 2) {
    const [, name, value] = condition.exec(lines[index] ?? '') ?? [];
    const [, version] = echo.exec(lines[index + 1] ?? '') ?? [];
    const isFirst = lines[index]?.startsWith('if') === true;
    if (value === undefined || version === undefined || isFirst !== (index === 0)) return null;
    found.push({ name: name as keyof ScriptVariables, value, version });
  }
  return found.length > 0 ? found : null;
}
