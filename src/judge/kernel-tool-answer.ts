import type { Remedy } from '../assessment.ts';
import type { Facts, ToolFact } from '../facts.ts';
import { firstTrueMinimum } from '../knowledge/minimum.ts';
import { installNewEnough, isBelow, judgeTool } from './answers.ts';
import type { Answer } from './check.ts';
import { type KernelTools, makeCommand } from './kernel-tools.ts';
import { type Minimum, minimumFor } from './minimum-tools.ts';
import { advice } from './remedies.ts';
import type { Target } from './target.ts';
import { compareVersions } from './versions.ts';

interface KernelToolNeed {
  name: keyof KernelTools;
  variable: 'RUSTC' | 'BINDGEN';
  purpose: string;
  packages: readonly (string | undefined)[];
  /** A newer one from these packages is found although an older one is there. */
  beside: boolean;
}

/** Judges the rustc or the bindgen of the kernel's own build: there, working, not too old, and taken by make without being told. */
export function judgeKernelTool(need: KernelToolNeed, tools: KernelTools, facts: Facts, target: Target): Answer {
  const { name, variable, purpose, packages } = need;
  const { tool, word, instead } = tools[name];
  const minimum = minimumFor(name, target.source, target.architecture);
  const answer = judgeTool({ name, tool, purpose, minimum, packages }, facts, target);
  if (tool === null) return answer;
  if (answer.status !== 'ok') return { ...answer, remedies: [remedyFor(need, tool, minimum, facts, target)] };
  if (word !== null) return otherThanMakes(`${name} ${tool.version} (${tool.path})`, instead, name, makeCommand(tools));
  if (isTooNew(tool, minimum, target)) {
    return {
      status: 'warn',
      found: `${name} ${tool.version} (${tool.path}) is newer than ${minimum?.version}`,
      needed: `${minimum?.version}, for which ${target.source.title} was made: a newer one may or may not work`,
    };
  }
  const named = facts.environment[variable] === undefined ? '' : `, as ${variable} says`;
  return { status: 'ok', found: `${name} ${tool.version} (${tool.path})${named}`, detail: tool.line };
}

function otherThanMakes(chosen: string, instead: ToolFact | null, name: string, command: string): Answer {
  const taken = instead
    ? `make by itself takes ${instead.path}${instead.version === null ? '' : `, version ${instead.version}`}, which will not do`
    : `make by itself finds no ${name} on PATH`;
  return { status: 'warn', found: `${taken}; ${chosen} will`, needed: `"${command}" instead of "make"` };
}

function remedyFor(
  { name, variable, packages, beside }: KernelToolNeed,
  tool: ToolFact,
  minimum: Minimum | undefined,
  { environment, host }: Facts,
  target: Target,
): Remedy {
  if (environment[variable] !== undefined) {
    return advice(`${variable} names ${tool.path}: let it name a ${name} that will do, or unset it.`);
  }
  if (beside && isBelow(tool.version, minimum)) return installNewEnough({ name, minimum, packages }, host, target);
  return advice(
    `Replace ${tool.path}, put another ${name} before it on PATH, or tell make: ${variable}=/path/to/${name}.`,
  );
}

/** Up to 6.10 the kernel's script warns of any other version than the one it was made for. */
function isTooNew({ version }: ToolFact, minimum: Minimum | undefined, { source }: Target): boolean {
  if (minimum === undefined || version === null || compareVersions(source.version, firstTrueMinimum) >= 0) return false;
  return compareVersions(version, minimum.version) > 0;
}
