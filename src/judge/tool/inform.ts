import type { ToolFact } from '../../model/facts.ts';
import type { Answer } from '../check.ts';
import { toolTrouble } from './tool-trouble.ts';

/** Tells of a tool that no goal hangs on. */
export function informOf(name: string, tool: ToolFact | null, detail: string, timeoutMs: number): Answer {
  if (tool === null) return { status: 'skip', found: `${name} is not installed`, detail };
  const trouble = toolTrouble(tool, timeoutMs);
  if (trouble) return { status: trouble.status, found: `${name} (${tool.path}) ${trouble.clause}`, detail };
  return { status: 'ok', found: `${name} ${tool.version}`, detail };
}
