import type { Facts, ToolFact } from '../facts.ts';
import type { Answer } from './check.ts';
import { advice, install } from './remedies.ts';
import type { Target } from './target.ts';
import { toolTrouble } from './tool-trouble.ts';
import { compareVersions } from './versions.ts';

/** The answer of checks that have nothing to look at because no kernel tree can be judged; `kernel.tree` says why. */
export const noKernel: Answer = { status: 'skip', found: 'there is no kernel tree to look at' };

interface ToolNeed {
  /** As people call it: `make`, `GNU ld`. */
  name: string;
  tool: ToolFact | null;
  /** What it is needed for, one clause. */
  purpose: string;
  /** Oldest version that will do, with who asks for it. */
  minimum?: { version: string; by: string } | undefined;
  /** Packages that bring it; undefined where that is not known. */
  packages: readonly (string | undefined)[];
}

/**
 * Judges a tool that must be there, answer, and not be too old. Packages are a remedy only for one that is missing:
 * one that is there but broken would go on being found first.
 */
export function judgeTool(
  { name, tool, purpose, minimum, packages }: ToolNeed,
  { host }: Facts,
  target: Target,
): Answer {
  if (tool === null) {
    return {
      status: 'fail',
      found: `${name} is not installed`,
      needed: `${name}, ${purpose}`,
      remedies: [install(name, packages, target.distribution, host)],
    };
  }
  const here = `${name} (${tool.path})`;
  const trouble = toolTrouble(tool, target.timeoutMs);
  if (trouble) {
    return {
      status: trouble.status,
      found: `${here} ${trouble.clause}`,
      needed: `a ${name} that works, ${purpose}`,
      detail: tool.line,
      remedies: [advice(`Repair or remove ${tool.path}, or put a working one before it on PATH.`)],
    };
  }
  if (minimum && tool.version !== null && compareVersions(tool.version, minimum.version) < 0) {
    return {
      status: 'fail',
      found: `${here} is version ${tool.version}`,
      needed: `at least ${minimum.version}, which ${minimum.by} asks for`,
      remedies: [advice(`Update ${name} to ${minimum.version} or newer.`)],
    };
  }
  return { status: 'ok', found: `${name} ${tool.version ?? ''}`.trim() };
}
