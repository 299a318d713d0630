import { buildVariables, type Facts } from '../../model/facts.ts';

/** The variables that decide what Kbuild and rustc do, those that are set and not empty. */
export function observeEnvironment(env: NodeJS.ProcessEnv): Facts['environment'] {
  return Object.fromEntries(buildVariables.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
