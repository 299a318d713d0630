import { type BindgenDefect, bindgenDefects } from '../../knowledge/kernel/bindgen-defects.ts';
import { compareNaturally } from '../../text/natural-order.ts';
import { headerFile } from '../cc/header-file.ts';
import type { Program } from '../run/program.ts';
import type { Runner } from '../run/run.ts';

/**
 * The names of the known defects that a bindgen has. Its version puts some in question; a trial tells, where there is one.
 * @param version bindgen's own, `0.71.1`
 * @param libclang the version of the libclang it loads; null where that could not be told, and nothing can be tried
 */
export async function observeDefects(
  bindgen: Program,
  version: string,
  libclang: string | null,
  runner: Runner,
): Promise<string[]> {
  const inQuestion = bindgenDefects.filter((defect) => mayHave(defect, version, libclang));
  const shown = await Promise.all(inQuestion.map((defect) => shows(defect, bindgen, runner)));
  return inQuestion.filter((_, index) => shown[index]).map(({ name }) => name);
}

function mayHave(defect: BindgenDefect, version: string, libclang: string | null): boolean {
  if (compareNaturally(version, defect.bindgen.from) < 0 || compareNaturally(version, defect.bindgen.before) >= 0) {
    return false;
  }
  if (defect.trial === null) return true;
  return libclang !== null && (defect.libclang === null || compareNaturally(libclang, defect.libclang) >= 0);
}

async function shows({ trial }: BindgenDefect, bindgen: Program, runner: Runner): Promise<boolean> {
  if (trial === null) return true;
  const { exitCode, stdout } = await runner.run(bindgen, 'bindgen', [headerFile(trial.header)]);
  return exitCode !== 0 || !trial.sound.test(stdout);
}
