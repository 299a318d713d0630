import type { Architecture } from '../knowledge/architectures.ts';

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
  const [, before = '', arms] = /^([\s\S]*?)^case "\$1" in\n([\s\S]*?)^\*\)\n/m.exec(script) ?? [];
  if (arms === undefined || /^\s*\w+=/m.test(before)) return null;
  const variables = { SRCARCH: arch.srcarch, ARCH: arch.arch };
  const minima = statements(arms)
    .split(/^;;\n/m)
    .filter((arm) => arm !== '')
    .map((arm) => {
      const [, tool, body] = /^([\w-]+)\)\n([\s\S]*)$/.exec(arm) ?? [];
      return [tool, printedVersion(body ?? '', variables)] as const;
    });
  return minima.every(isKnown) && minima.length > 0 ? Object.fromEntries(minima) : null;
}

function isKnown(minimum: readonly [string | undefined, string | null]): minimum is readonly [string, string] {
  return minimum[0] !== undefined && minimum[1] !== null;
}

/** The lines that do something, without indentation. */
function statements(text: string): string {
  return text
    .replace(/(^|\s)#.*$/gm, '$1')
    .replace(/^\s+|[ \t]+$/gm, '')
    .replace(/\n*$/, '\n');
}

const echo = 'echo (\\d+(?:\\.\\d+)*)\\n';
const condition = '\\[ "\\$(ARCH|SRCARCH)" = "?(\\w+)"? \\]; then\\n';
const plain = new RegExp(`^${echo}$`);
const chosen = new RegExp(`^if ${condition}${echo}((?:elif ${condition}${echo})*)else\\n${echo}fi\\n$`);
const branches = new RegExp(`(?:el)?if ${condition}${echo}`, 'g');

/** What the statements of one tool print; null when they are anything but an `echo` or a choice between some. */
function printedVersion(body: string, variables: ScriptVariables): string | null {
  const [, only] = plain.exec(body) ?? [];
  if (only !== undefined) return only;
  const otherwise = chosen.exec(body)?.at(-1);
  if (otherwise === undefined) return null;
  const taken = Array.from(body.matchAll(branches)).find(
    ([, name, value]) => variables[name as keyof ScriptVariables] === value,
  );
  return taken?.[3] ?? otherwise;
}
