import type { ToolFact } from '../../model/facts.ts';
import { ask } from './ask.ts';
import type { ProgramPath } from './path.ts';
import type { Program } from './program.ts';
import type { Runner } from './run.ts';

/** A tool of which only the version is asked. */
interface SimpleTool {
  args: readonly string[];
  /** Matches the line that holds the version, and captures it. */
  version: RegExp;
}

const simpleTools = {
  'ld.lld': { args: ['--version'], version: /\bLLD (\d+(?:\.\d+)+)/ },
  // The parentheses may hold a distribution's version too: `GNU ld (GNU Binutils; openSUSE Leap 15.5) 2.39.0`.
  ld: { args: ['-v'], version: /(?:^GNU ld(?: version)?(?: \(.*\))?|\bLLD|^mold) (\d+(?:\.\d+)+)/ },
  make: { args: ['--version'], version: /^GNU Make (\d+(?:\.\d+)+)/ },
  pahole: { args: ['--version'], version: /^v(\d+\.\d+)/ },
  qemu: { args: ['--version'], version: /^QEMU emulator version (\d+(?:\.\d+)+)/ },
} satisfies Record<string, SimpleTool>;

/**
 * Asks the tool for its version; null where there is none. A versioned name (`ld.lld-19`) serves where the plain one
 * is missing.
 * @param name its name on PATH, or its path, where that differs from the table's
 */
export async function observeTool(
  tool: keyof typeof simpleTools,
  path: ProgramPath,
  runner: Runner,
  name: string = tool,
): Promise<ToolFact | null> {
  const program = plainOrNewest(path, name);
  if (program === null) return null;
  const { args, version } = simpleTools[tool];
  return (await ask(runner, program, tool, args, version)).fact;
}

/** The program of that name, else its newest versioned one. */
export function plainOrNewest(path: ProgramPath, name: string): Program | null {
  return path.first(name) ?? path.versioned(name)[0] ?? null;
}
