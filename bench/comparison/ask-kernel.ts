import type { Root } from '../../test/lab/root.ts';
import { run } from '../../test/lab/run.ts';
import type { RunOptions } from '../../test/lab/start.ts';
import type { Answer } from './tally.ts';

/** What a kernel tree itself says of the toolchain. */
export interface KernelAnswers {
  /** `make rustavailable`; a tree without that target says no. */
  rustavailable: Answer;
  /** `scripts/rust_is_available.sh` run by hand; null where the tree has none. */
  script: Answer;
}

/** Asks a kernel tree inside a root, as its maintainers mean it: `make rustavailable`, and the script that this runs. */
export async function askKernel(root: Root, tree: string, options: RunOptions): Promise<KernelAnswers> {
  const script = `${tree}/scripts/rust_is_available.sh`;
  const there = (await run(root, ['test', '-x', script], options)).exitCode === 0;
  const usual = ['RUSTC=rustc', 'BINDGEN=bindgen', 'CC=gcc'];
  // The environment's own come after the usual ones, so that they win.
  const own = Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`);
  return {
    rustavailable: (await run(root, ['make', '-C', tree, 'rustavailable'], options)).exitCode === 0,
    script: there ? (await run(root, ['env', ...usual, ...own, script], options)).exitCode === 0 : null,
  };
}
