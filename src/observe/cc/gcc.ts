import type { ToolFact } from '../../model/facts.ts';
import { isFile } from '../../system/files/files.ts';
import { ask } from '../run/ask.ts';
import type { ProgramPath } from '../run/path.ts';
import type { Runner } from '../run/run.ts';

/**
 * Every C compiler of GCC's by every name a kernel tree may call it by: `gcc`, `gcc-12` …, then the same with the
 * prefixes. Names that lead to one program share one run of it.
 * @param prefixes of the architecture's tools, `x86_64-linux-gnu-`, and of CROSS_COMPILE
 */
export function observeGccs(path: ProgramPath, runner: Runner, prefixes: readonly string[]): Promise<ToolFact[]> {
  const programs = [...new Set(['', ...prefixes])].flatMap((prefix) => path.plainAndVersioned(`${prefix}gcc`));
  return Promise.all(
    programs.map(async (program) => {
      const { fact, answer } = await ask(runner, program, 'gcc', ['-v'], /^gcc version (\d+(?:\.\d+)*)/);
      return lacksCompiler(answer.stderr) ? { ...fact, lacks: 'cc1' } : fact;
    }),
  );
}

/**
 * Whether the program that compiles C, which gcc itself only calls, is missing: `gcc -v` says where its parts are, as
 * COLLECT_LTO_WRAPPER. Where it does not, nobody knows.
 */
function lacksCompiler(answer: string): boolean {
  const [, folder] = /^COLLECT_LTO_WRAPPER=(\/\S+)\/lto-wrapper$/m.exec(answer) ?? [];
  return folder !== undefined && isFile(`${folder}/lto-wrapper`) && !isFile(`${folder}/cc1`);
}
