import { commonOptions } from '../../src/cli/command.ts';
import { type OptionSpec, type ParsedArguments, parseOptions } from '../../src/cli/options/options.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { scaffoldOptions } from '../../src/scaffold/question-options.ts';

const { kdir, kernel, arch, timeout } = commonOptions;

/** This generator's own options. */
export const options: Record<string, OptionSpec> = { ...scaffoldOptions, kdir, kernel, arch, timeout };

/** What yo 7 and its environment read for themselves (yo's lib/cli.js, yeoman-generator's constructor, chalk, update-notifier). */
const yosOptions: Record<string, OptionSpec> = Object.fromEntries(
  [
    ...['help', 'version', 'debug', 'local-only', 'color', 'no-color', 'no-update-notifier'],
    ...['skip-cache', 'skip-install', 'force-install', 'ask-answered'],
  ].map((name) => [name, { help: "yo's own" }]),
);

const namespaces = ['kernel-rust-module', 'kernel-rust-module:app', 'generator-kernel-rust-module'];

/** What an environment hands to a generator. */
export interface HandedIn {
  args: readonly unknown[];
  options: Record<string, unknown>;
}

/** The words after this generator's name on yo's command line; null where another program runs this generator. */
export function wordsFromYo(argv: readonly string[]): string[] | null {
  const start = argv.findIndex((word) => !word.startsWith('-'));
  return namespaces.includes(argv[start] ?? '') ? argv.slice(start + 1) : null;
}

/**
 * Reads what a person asked for. Where yo was started for this generator, its own command line is read again, strictly:
 * on the way here yo lets unknown options pass, takes `hello` in `--yes hello` for a value, turns `007` into a number
 * and strips quotes. Otherwise what the other program hands in is taken.
 * @throws UsageError for unknown options and values that are not allowed.
 */
export function readCommandLine(words: string[] | null, handedIn: HandedIn): ParsedArguments {
  return words ? readWords(words) : adopt(handedIn);
}

function readWords(words: string[]): ParsedArguments {
  const cut = words.find((word) => word.endsWith(','));
  if (cut !== undefined) {
    throw new UsageError(
      'option.comma',
      `yo takes the comma that ends ${JSON.stringify(cut)} for the end of a command: leave it out, or use kernel-rust-module new.`,
    );
  }
  return parseOptions(words, { ...options, ...yosOptions });
}

function adopt({ args, options: given }: HandedIn): ParsedArguments {
  const values = Object.entries(options).map(([name, spec]) => {
    const value = given[name] ?? given[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    return [name, spec.value ? textValue(name, value) : switchValue(name, value)] as const;
  });
  return { options: Object.fromEntries(values), positionals: args.map(String) };
}

function textValue(name: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new UsageError('option.value', `The option ${name} takes a text, and was handed ${JSON.stringify(value)}.`);
}

function switchValue(name: string, value: unknown): true | undefined {
  if (value === undefined || value === false) return undefined;
  if (value === true) return true;
  throw new UsageError(
    'option.value',
    `The option ${name} is on or off, and was handed ${JSON.stringify(value)}: NAME comes before the options.`,
  );
}
