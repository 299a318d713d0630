import { goals } from '../model/assessment.ts';
import type { OptionSpec, ParsedArguments } from './options/options.ts';

/** One word after `kernel-rust-module`, as data. */
export interface Command {
  /** What follows the command's name in its usage line: `NAME`. */
  arguments: string;
  /** One line for the list of commands. */
  summary: string;
  options: Record<string, OptionSpec>;
  /** Does the work. Returns the exit status: 0 ready or done, 1 not ready or failed. */
  run(parsed: ParsedArguments): Promise<number>;
}

/** Options of every command that looks at the machine. */
export const commonOptions = {
  kdir: { value: 'DIR', help: 'the kernel tree to build against (also KDIR in the environment)' },
  kernel: { value: 'RELEASE', help: 'the installed tree of that release, as uname -r prints it' },
  arch: { value: 'ARCH', help: "the architecture to build for, by any of its names (default: this machine's)" },
  timeout: { value: 'SECONDS', help: 'how long a tool may take to answer (default: 5)' },
  verbose: { help: 'show every command that was run, and the cache' },
  help: { help: 'show this text' },
} satisfies Record<string, OptionSpec>;

/** What is wanted of the machine. */
export const goalOption = {
  for: { value: 'GOAL', help: 'what is wanted, more than one with commas', choices: goals, multiple: true },
} satisfies Record<string, OptionSpec>;
