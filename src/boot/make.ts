import { execa } from 'execa';
import { Failure } from '../failure.ts';

/** The environment goes before `config.mk`, which holds what was chosen after looking at both: an option may have named another tree. */
export const chosen = { KDIR: undefined, KERNELRELEASE: undefined };

/**
 * Runs `make TARGET` in a scaffolded module. What make says goes to this process's stdout or stderr as it comes.
 * Ends make, and QEMU with it, when this process is told to stop.
 * @throws Failure when make fails.
 */
export async function make(folder: string, target: string, output: 'stdout' | 'stderr'): Promise<void> {
  const { exitCode } = await execa('make', ['--no-print-directory', target], {
    cwd: folder,
    env: chosen,
    reject: false,
    stdin: 'ignore',
    stdout: process[output],
    stderr: 'inherit',
    forceKillAfterDelay: 10_000,
  });
  if (exitCode !== 0)
    throw new Failure(`make.${target}`, `make ${target} failed in ${folder}; its own words are above.`);
}
