import type { RefusedOptions, RustcFact, ToolFact } from '../../model/facts.ts';
import type { Answer } from '../../system/process/answer.ts';
import { printable } from '../run/printable.ts';
import { type Program, programAt } from '../run/program.ts';
import type { Runner } from '../run/run.ts';

interface Compilers {
  c: readonly (ToolFact | null)[];
  rust: readonly RustcFact[];
  /** By the rustc's path; what is started may be a command of several words. */
  programs: ReadonlyMap<string, Program>;
}

/**
 * Which compilers refuse what Kbuild hands them from the environment: KCPPFLAGS and KCFLAGS go to the C compiler, KRUSTFLAGS
 * to rustc. Each is asked with an empty file; none is asked where no variable is set.
 * @returns null where none is set
 */
export async function observeRefusedOptions(
  env: NodeJS.ProcessEnv,
  { c, rust, programs }: Compilers,
  runner: Runner,
): Promise<RefusedOptions[] | null> {
  const ask = async (
    variable: RefusedOptions['variable'],
    tools: readonly (ToolFact | null)[],
    question: (options: string[]) => string[],
  ) => {
    const options = wordsOf(env[variable]);
    if (options === null) return [];
    const working = tools.filter((tool) => tool !== null && tool.outcome === 'ok') as ToolFact[];
    const asked = working.map(async ({ path }) => {
      const program = programs.get(path) ?? programAt(path);
      const answer = program && (await runner.run(program, path, question(options)));
      return isRefusal(answer) ? [{ variable, tool: path, line: lineOf(answer) }] : [];
    });
    return (await Promise.all(asked)).flat();
  };
  const inC = (options: string[]) => [...options, '-fsyntax-only', '-x', 'c', '/dev/null'];
  const inRust = (options: string[]) => [...options, '--print', 'sysroot', '-'];
  if (!env.KCPPFLAGS && !env.KCFLAGS && !env.KRUSTFLAGS) return null;
  const refused = [ask('KCPPFLAGS', c, inC), ask('KCFLAGS', c, inC), ask('KRUSTFLAGS', rust, inRust)];
  return (await Promise.all(refused)).flat();
}

/** null for none, and for words that the shell would read in another way than we do. */
function wordsOf(value = ''): string[] | null {
  const words = value.split(/\s+/).filter(Boolean);
  return words.length === 0 || /["'\\$`;&|<>()*?]/.test(value) ? null : words;
}

function isRefusal(answer: Answer | null): answer is Answer {
  return answer !== null && answer.ended === 'exit' && answer.exitCode !== 0;
}

function lineOf({ stderr, stdout }: Answer): string {
  const lines = `${stderr}\n${stdout}`.split('\n');
  return printable(lines.find((line) => line.includes('error')) ?? lines.find((line) => line.trim() !== '') ?? '');
}
