import { Failure } from '../model/failure.ts';
import { heedSignals } from './process/heed-signals.ts';
import { startGroup } from './process/start-group.ts';

/** The environment goes before `config.mk`, which holds what was chosen after looking at both: an option may have named another tree. */
export const chosen = { KDIR: undefined };

/**
 * Runs `make TARGET` in a scaffolded module. What make says goes to this process's stdout or stderr as it comes.
 * Ends make, and QEMU and compilers with it, when this process is told to stop.
 * @throws Failure when make fails.
 */
export async function make(folder: string, target: string, output: 'stdout' | 'stderr'): Promise<void> {
  const status = await heedSignals(
    (told) =>
      startGroup(['make', '--no-print-directory', target], {
        cwd: folder,
        env: { ...process.env, ...chosen },
        stdio: ['ignore', process[output].fd, process.stderr.fd],
        told,
      }).ended,
  );
  if (status !== 0) throw new Failure(`make.${target}`, `make ${target} failed in ${folder}; its own words are above.`);
}
