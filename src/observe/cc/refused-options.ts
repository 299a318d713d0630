import { optionVariables, type RefusedOptions, type RustcFact, type ToolFact } from '../../model/facts.ts';
import type { Answer } from '../../system/process/answer.ts';
import { printable } from '../run/printable.ts';
import { type Program, programAt } from '../run/program.ts';
import type { Runner } from '../run/run.ts';
import { headerFile } from './header-file.ts';

interface Compilers {
  c: readonly (ToolFact | null)[];
  rust: readonly RustcFact[];
  /** By the rustc's path; what is started may be a command of several words. */
  programs: ReadonlyMap<string, Program>;
}

/** How compilers are asked about options: no question leaves a file. */
interface Question {
  of: 'c' | 'rust';
  ask(options: string[]): string[];
  /** Only the build of a kernel hands these on. */
  forKernel?: true;
}

// With -fsyntax-only GCC still writes what -fstack-usage and the like ask for; -MD it obeys in any case.
const inC = {
  of: 'c',
  ask: (options) => [...options.filter((word) => !/^-MM?D$/.test(word)), '-E', '-x', 'c', '/dev/null'],
} as const satisfies Question;
const inRust = { of: 'rust', ask: (options) => [...options, '--print', 'sysroot', '-'] } as const satisfies Question;
const linking = {
  of: 'c',
  ask: (options) => ['-o', '/dev/null', '-x', 'c', headerFile('host_program.h'), '-x', 'none', ...options],
  forKernel: true,
} as const satisfies Question;

const questions: Record<RefusedOptions['variable'], Question> = {
  KCPPFLAGS: inC,
  KCFLAGS: inC,
  KAFLAGS: { ...inC, forKernel: true },
  KRUSTFLAGS: inRust,
  HOSTCFLAGS: { ...inC, forKernel: true },
  HOSTLDFLAGS: linking,
  HOSTLDLIBS: linking,
  HOSTRUSTFLAGS: { ...inRust, forKernel: true },
  PROCMACROLDFLAGS: linking,
};

/**
 * Which compilers refuse what Kbuild hands them from the environment. Each is asked once for each variable that is set.
 * @param forKernel whether the build of a kernel is asked about, too
 * @returns null where none is set
 */
export async function observeRefusedOptions(
  env: NodeJS.ProcessEnv,
  { c, rust, programs }: Compilers,
  runner: Runner,
  forKernel: boolean,
): Promise<RefusedOptions[] | null> {
  const set = optionVariables.filter((variable) => env[variable] && (forKernel || !questions[variable].forKernel));
  if (set.length === 0) return null;
  const asked = set.map(async (variable) => {
    const { of, ask } = questions[variable];
    const options = wordsOf(env[variable]);
    if (options === null) return [];
    const working = (of === 'c' ? c : rust).filter((tool) => tool?.outcome === 'ok') as ToolFact[];
    const answers = working.map(async ({ path }) => {
      const program = programs.get(path) ?? programAt(path);
      const answer = program && (await runner.run(program, path, ask(options)));
      return isRefusal(answer) ? [{ variable, tool: path, line: lineOf(answer) }] : [];
    });
    return (await Promise.all(answers)).flat();
  });
  return (await Promise.all(asked)).flat();
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
  return printable(
    lines.find((line) => /error|unrecognized option|cannot find/.test(line)) ??
      lines.find((line) => line.trim() !== '') ??
      '',
  );
}
