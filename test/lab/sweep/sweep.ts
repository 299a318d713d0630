import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { Flavour } from '../../../src/model/assessment.ts';
import { labFolders } from '../folders.ts';
import { once } from '../once.ts';
import { commandLine, make } from '../product.ts';
import { fork, type Root } from '../root.ts';
import { expectStatus, succeed } from '../run.ts';
import { say } from '../say.ts';
import { homeOf } from '../start.ts';
import { plainEnvironment } from '../truth/ground.ts';
import { reasonFor } from './known.ts';
import { changesOf, type SweepGround, type Swept, type SweptTree, type Used } from './plan.ts';

/** Of how many C headers a sweep tries each change. */
const headers = 6;

/** What runs inside the roots, in one folder. */
const sweeper = once(async () => {
  const dir = join(labFolders().temporary, 'sweeper');
  const input = ['trace-build', 'try-change'].map((name) => new URL(`${name}.ts`, import.meta.url).pathname);
  const bundle = await rolldown({ input, platform: 'node' });
  await bundle.write({ dir, format: 'esm', entryFileNames: '[name].mjs' });
  return dir;
});

/**
 * Builds a module once, then without each thing that the build used, as many at a time as there are processors. Returns
 * the cases in which the probe did not foresee how that ends, and no reason is written down.
 * @param every only every so many of all changes is tried; 1 for all
 */
export async function sweep({ root, tree }: SweptTree, flavour: Flavour, every: number): Promise<Swept[]> {
  const home = homeOf({});
  const env = { ...plainEnvironment, HOME: home };
  const seeing = { ...root, binds: { ...root.binds, [await sweeper()]: '/lab/sweeper' } };
  const ground: SweepGround = { module: `${home}/hello`, flavour, tree, cli: '/lab/package/dist/cli.js', env };
  const changes = changesOf(await used(seeing, ground), headers).filter((_, index) => index % every === 0);
  say(`${changes.length} changes are tried`);
  const differing: Swept[] = [];
  const work = changes.values();
  const one = async () => {
    const own = await fork(seeing);
    for (const change of work) {
      const argv = ['node', '/lab/sweeper/try-change.mjs', JSON.stringify(ground), JSON.stringify(change)];
      const swept: Swept = JSON.parse((await succeed(own, argv)).stdout);
      if ((swept.status === 'ready') === (swept.exitCode === 0)) continue;
      differing.push(swept);
      say(`${JSON.stringify(swept)}: ${reasonFor(swept) ?? 'UNEXPLAINED'}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one));
  const unexplained = differing.filter((swept) => reasonFor(swept) === null);
  const explained = differing.length - unexplained.length;
  say(`${changes.length} cases, ${explained} differ for a reason that is written down, ${unexplained.length} for none`);
  return unexplained;
}

/** Scaffolds and builds the module, and says what its build used. */
async function used(root: Root, ground: SweepGround): Promise<Used> {
  const { module, flavour, tree, env } = ground;
  await succeed(root, ['sh', '-c', 'apt-get update && apt-get install --yes --no-install-recommends strace']);
  await succeed(root, commandLine('new', 'hello', '--flavour', flavour, '--yes', '--kdir', tree), { env });
  expectStatus(await make(root, module, [], { env, seconds: 900 }), 0);
  await succeed(root, ['make', '-C', module, 'clean']);
  const { stdout } = await succeed(root, ['node', '/lab/sweeper/trace-build.mjs', JSON.stringify(ground)]);
  return JSON.parse(stdout);
}
