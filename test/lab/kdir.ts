import { labCase, longCase } from './case.ts';
import { type DebianOptions, debianRoot } from './debian.ts';
import { once } from './once.ts';
import { commandLine } from './product.ts';
import { fork, type Root } from './root.ts';
import { succeed } from './run.ts';
import { say } from './say.ts';
import type { Result, RunOptions } from './start.ts';
import { sid, trixieBackports } from './systems.ts';

/** Where our files are for the user who runs `kdir`. */
export const userCache = '/home/lab/.cache/kernel-rust-module';

/** Nobody here is root: neither `kdir` nor a module needs that. */
export const asUser: RunOptions = { user: 'lab', seconds: 1200 };

/** A system in which an ordinary user ran `kdir`. */
interface KdirGround {
  /** Each use has a root of its own. */
  root(): Promise<Root>;
  /** How `kdir` went. */
  made: Result;
  /** The tree it made. */
  tree: string;
  /** The distribution's release that the tree is of. */
  release: string;
}

/** Runs `kdir` in a system once for all who build upon it. */
function kdirGround(system: DebianOptions): () => Promise<KdirGround> {
  return once(async () => {
    const root = await debianRoot(system);
    const made = await succeed(root, commandLine('kdir', '--yes'), asUser);
    const tree = made.stdout.trimEnd();
    const { stdout } = await succeed(root, ['sh', '-c', 'basename /usr/src/linux-headers-*-amd64']);
    const release = stdout.trimEnd().replace('linux-headers-', '');
    say(`kdir made a tree of ${release} in ${made.seconds.toFixed(0)} s`);
    return { root: () => fork(root), made, tree, release };
  });
}

/** Debian 13 with the kernel of its backports. */
export const backports = kdirGround(trixieBackports);

/** The systems whose kernels Debian builds with Rust, and whether their cases run each time. */
export const grounds: [system: string, ground: () => Promise<KdirGround>, kernelCase: typeof labCase][] = [
  ['trixie-backports', backports, labCase],
  ['sid', kdirGround(sid), longCase],
];
