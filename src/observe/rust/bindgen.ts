import type { BindgenFact } from '../../model/facts.ts';
import { notFound } from '../../system/process/answer.ts';
import { distinctBy } from '../../text/distinct.ts';
import { ask, toolFact } from '../run/ask.ts';
import type { ProgramPath } from '../run/path.ts';
import { identity, type Program } from '../run/program.ts';
import type { Runner } from '../run/run.ts';
import { observeDefects } from './bindgen-defects.ts';
import { observeLibclang } from './libclang.ts';

/** As the kernel's scripts/rust_is_available.sh reads it. */
const version = /bindgen (\d+\.\d+\.\d+)/;

/** 0.69.0 wants the name of a header before it tells its version, and reads none. Source: rust-bindgen#2678. */
const versionArgs = ['--version', 'none.h'];

/**
 * Every bindgen, each program once: the environment's BINDGEN, the plain name, versioned names from newest to oldest.
 * @param atWork whether to see what each makes of our headers, too
 */
export function observeBindgens(
  env: NodeJS.ProcessEnv,
  path: ProgramPath,
  runner: Runner,
  atWork: boolean,
): Promise<BindgenFact[]> {
  const named = env.BINDGEN ? path.first(env.BINDGEN) : null;
  const found = [...(named === null ? [] : [named]), ...path.plainAndVersioned('bindgen')];
  const facts = distinctBy(found, (program) => identity(program, 'bindgen')).map((program) =>
    observeBindgen(program, runner, atWork),
  );
  const missing = env.BINDGEN && named === null ? [notThere(env.BINDGEN)] : [];
  return Promise.all([...missing, ...facts]);
}

function notThere(name: string): BindgenFact {
  return { ...toolFact(name, notFound, version), libclang: null, defects: [] };
}

async function observeBindgen(program: Program, runner: Runner, atWork: boolean): Promise<BindgenFact> {
  const [{ fact }, libclang] = await Promise.all([
    ask(runner, program, 'bindgen', versionArgs, version, 'first line'),
    atWork ? observeLibclang(program, runner) : null,
  ]);
  if (fact.version === null || libclang === null) return { ...fact, libclang: null, defects: [] };
  return { ...fact, libclang, defects: await observeDefects(program, fact.version, libclang.version, runner) };
}
