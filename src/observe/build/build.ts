import { dirname, join } from 'node:path';
import type { KernelTreeFact } from '../../model/facts.ts';
import { readStart, realPath } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';
import { isPrepared } from '../tree/kernel-state.ts';
import type { Reference } from '../tree/tree-references.ts';
import { observeBuildFiles } from './build-files.ts';
import { type BuildPlan, readBuildPlan } from './build-plan.ts';
import { observePlugins } from './gcc-plugins.ts';
import type { Lookup } from './makefile-condition.ts';
import { type Inspect, programInspector } from './program-fitness.ts';

/** What is found out once for all trees. */
export interface BuildMeans {
  inspect: Inspect;
  /** The plan of a kernel's sources: those of one package serve the trees of several kernel variants. */
  planOf(source: TreePlace['at'], srcarch: string): BuildPlan;
}

/**
 * @param root the folder taken for `/`
 * @param libraryPath the environment's LD_LIBRARY_PATH
 */
export function buildMeans(root: string, libraryPath?: string): BuildMeans {
  const plans = new Map<string, BuildPlan>();
  return {
    inspect: programInspector(root, libraryPath),
    planOf(source, srcarch) {
      const key = `${realPath(source('Makefile'))} ${srcarch}`;
      const plan = plans.get(key) ?? readBuildPlan(source, srcarch);
      plans.set(key, plan);
      return plan;
    },
  };
}

/** What builds of modules with a tree would meet. */
export function observeBuild(
  { at, absolute }: TreePlace,
  references: readonly Reference[],
  tree: Pick<KernelTreeFact, 'state' | 'config' | 'vmlinux'> & { srcarch: string },
  { inspect, planOf }: BuildMeans,
): Pick<KernelTreeFact, 'unfit' | 'plugins'> {
  if (!isPrepared(tree.state)) return { unfit: [], plugins: [] };
  const makefile = references.find(({ itself, path }) => !itself && path.endsWith('/Makefile'))?.path;
  const source = makefile === undefined ? at : (file: string) => absolute(join(dirname(makefile), file));
  const plan = planOf(source, tree.srcarch);
  const lookup = configLookup(at);
  return {
    unfit: observeBuildFiles({ ...tree, at, source, plan, lookup, inspect }),
    plugins: observePlugins(at, plan, lookup),
  };
}

const longestConfig = 4 * 1024 * 1024;

/** Any symbol of a tree's configuration, which is read again for the few that are asked here. */
function configLookup(at: TreePlace['at']): Lookup {
  let text: string | undefined;
  return (symbol) => {
    text ??= `\n${readStart(at('include/config/auto.conf'), longestConfig)?.toString('latin1') ?? ''}`;
    const start = text.indexOf(`\n${symbol}=`);
    return start < 0 ? '' : text.slice(start + symbol.length + 2, text.indexOf('\n', start + 1));
  };
}
