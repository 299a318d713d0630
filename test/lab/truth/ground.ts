import type { Goal } from '../../../src/model/assessment.ts';
import { debianRoot } from '../debian.ts';
import { make, scaffold } from '../product.ts';
import { fork, type Root } from '../root.ts';
import { succeed } from '../run.ts';
import { type SystemName, systems } from './systems.ts';

const grounds = new Map<SystemName, Promise<Root>>();

/** As on a machine without rustup. */
export const plainEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  RUSTUP_HOME: '/nonexistent',
};

/** A root of a system's own; where core will be needed, one in which it was built already, so that each case finds it cached. */
export async function ground(name: SystemName, goal: Goal): Promise<Root> {
  if (goal === 'rust-for-linux' || goal === 'kernel') return debianRoot(systems[name]);
  const warmed = grounds.get(name) ?? warm(name);
  grounds.set(name, warmed);
  return fork(await warmed);
}

async function warm(name: SystemName): Promise<Root> {
  const root = await debianRoot(systems[name]);
  const options = { env: plainEnvironment };
  await scaffold(root, 'warm', options);
  // Some systems cannot build one, and need no core.
  await make(root, '/root/warm', [], options);
  await succeed(root, ['rm', '-r', '/root/warm']);
  return root;
}

/** The folder that is `/usr/src` in a system. */
export async function sourcesOf(name: SystemName): Promise<string> {
  const { layers } = await debianRoot(systems[name]);
  return `${layers[0]}/usr/src`;
}
