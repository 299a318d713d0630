#!/usr/bin/env node
import { UsageError } from '../model/usage-error.ts';
import { version } from '../version.ts';
import type { Command } from './command.ts';
import { describeOptions, parseOptions } from './options/options.ts';
import { print } from './terminal/output.ts';
import { heedOutputErrors } from './terminal/output-errors.ts';
import { tellError } from './terminal/tell-error.ts';

/** Each loaded only when it is called for, so that the probe starts without the code of the others. */
const commands: Record<string, () => Promise<Command>> = {
  probe: async () => (await import('./commands/probe.ts')).probe,
  setup: async () => (await import('./commands/setup.ts')).setup,
  new: async () => (await import('./commands/new.ts')).newModule,
  configure: async () => (await import('./commands/configure.ts')).configure,
  kdir: async () => (await import('./commands/kdir.ts')).kdir,
};

async function main(argv: string[]): Promise<number> {
  const [word = '--help', ...rest] = argv;
  if (word === '--version') return printed(`${version}\n`);
  if (word === '--help' || word === 'help') return printed(await overview());
  const load = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!load) {
    const known = Object.keys(commands).join(', ');
    throw new UsageError('command.unknown', `There is no command ${JSON.stringify(word)}; the commands are: ${known}.`);
  }
  const command = await load();
  const parsed = parseOptions(rest, command.options);
  if (parsed.options.help) return printed(usage(word, command));
  const [surplus] = command.arguments ? [] : parsed.positionals;
  if (surplus === undefined) return command.run(parsed);
  throw new UsageError('argument.surplus', `${word} takes no argument, yet was given ${JSON.stringify(surplus)}.`);
}

function printed(text: string): 0 {
  print(text);
  return 0;
}

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => {
      const command = await load();
      return `  ${`${name} ${command.arguments}`.padEnd(11)}  ${command.summary}\n`;
    }),
  );
  return `Usage: kernel-rust-module COMMAND [OPTIONS]

From "can this machine build Rust for the Linux kernel?" to a Rust module loaded in a real kernel.

${rows.join('')}
kernel-rust-module COMMAND --help shows a command's options; kernel-rust-module --version the version.
Exit status: 0 ready or done, 1 not ready or failed, 2 wrong usage, 3 internal error.
`;
}

function usage(name: string, command: Command): string {
  return `Usage: kernel-rust-module ${[name, command.arguments].filter(Boolean).join(' ')} [OPTIONS]

${command.summary}

${describeOptions(command.options)}`;
}

heedOutputErrors();
// Errors that no promise holds, such as those of streams.
process.once('uncaughtException', (error) => process.exit(tellError(error)));
process.exitCode = await main(process.argv.slice(2)).catch(tellError);
