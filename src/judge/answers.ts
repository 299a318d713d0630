import type { Remedy } from '../model/assessment.ts';
import type { Facts, ToolFact } from '../model/facts.ts';
import { compareVersions } from '../text/versions.ts';
import type { Answer } from './check.ts';
import type { Target } from './context.ts';
import { advice, install } from './remedy/remedies.ts';
import type { Minimum } from './tool/minimum-tools.ts';
import { toolTrouble } from './tool/tool-trouble.ts';

/** The answer of checks that have nothing to look at because no kernel tree can be judged; `kernel.tree` says why. */
export const noKernel: Answer = { status: 'skip', found: 'there is no kernel tree to look at' };

export interface ToolNeed {
  /** As people call it: `make`, `GNU ld`. */
  name: string;
  tool: ToolFact | null;
  /** What it is needed for, one clause. */
  purpose: string;
  minimum?: Minimum | undefined;
  /** Packages that bring it; undefined where that is not known. */
  packages: readonly (string | undefined)[];
}

/**
 * Judges a tool that must be there, answer, and not be too old. Packages are a remedy only for one that is missing:
 * one that is there but broken would go on being found first.
 */
export function judgeTool(need: ToolNeed, { host }: Facts, target: Target): Answer {
  const { name, tool, purpose, minimum } = need;
  if (tool === null) {
    return {
      status: 'fail',
      found: `${name} is not installed`,
      needed: `${name}, ${purpose}`,
      remedies: [installNewEnough(need, host, target)],
    };
  }
  const here = `${name} (${tool.path})`;
  const trouble = toolTrouble(tool, target.timeoutMs);
  if (tool.outcome === 'missing') {
    return {
      status: 'fail',
      found: `${tool.path} was not found`,
      needed: `${name}, ${purpose}`,
      remedies: [advice(`Install ${tool.path}, or name a ${name} that is installed.`)],
    };
  }
  if (trouble) {
    return {
      status: trouble.status,
      found: `${here} ${trouble.clause}`,
      needed: `a ${name} that works, ${purpose}`,
      detail: tool.line,
      remedies: [advice(`Repair or remove ${tool.path}, or put a working one before it on PATH.`)],
    };
  }
  if (minimum && isBelow(tool.version, minimum)) {
    return {
      status: 'fail',
      found: `${here} is version ${tool.version}`,
      needed: `at least ${minimum.version}, which ${minimum.by} asks for`,
      remedies: [advice(`Update ${name} to ${minimum.version} or newer.`)],
    };
  }
  return { status: 'ok', found: `${name} ${tool.version ?? ''}`.trim() };
}

/** Whether a version that is known is older than a minimum. */
export function isBelow(version: string | null, minimum: Minimum | undefined): boolean {
  return minimum !== undefined && version !== null && compareVersions(version, minimum.version) < 0;
}

/** The packages that bring a tool, unless the version they hold is known to be too old. */
export function installNewEnough(
  { name, minimum, packages }: Pick<ToolNeed, 'name' | 'minimum' | 'packages'>,
  host: Facts['host'],
  { distribution }: Target,
): Remedy {
  const old = packages.find((named) => named !== undefined && isBelow(distribution?.versions[named] ?? null, minimum));
  if (old === undefined) return install(name, packages, distribution, host);
  return advice(
    `Install ${name} ${minimum?.version} or newer from elsewhere: ${distribution?.title} has ${distribution?.versions[old]}.`,
  );
}
