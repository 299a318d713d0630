import { parseArgs } from 'node:util';
import { UsageError } from '../../model/usage-error.ts';

/** One option of the command line, as data: the parser, the help text and the refusals are made from it. */
export interface OptionSpec {
  /** What its value is called in the help text, `DIR`; absent for a switch. */
  value?: string;
  /** One line. */
  help: string;
  /** The values allowed, where they are few. */
  choices?: readonly string[];
  /** It takes several values: with commas between them, and each time it is given. */
  multiple?: true;
}

/** A list for an option that takes several values. */
export type OptionValue = string | true | readonly string[] | undefined;

export interface ParsedArguments {
  options: Record<string, OptionValue>;
  positionals: string[];
}

/**
 * Reads a command's arguments against its table of options.
 * @throws UsageError naming the unknown option, missing or superfluous value, or value that is not allowed, with what is.
 */
export function parseOptions(argv: string[], specs: Record<string, OptionSpec>): ParsedArguments {
  const { tokens } = parseArgs({
    args: argv,
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [name, { type: spec.value ? 'string' : 'boolean' } as const]),
    ),
  });
  const parsed: ParsedArguments = { options: {}, positionals: [] };
  for (const token of tokens) {
    if (token.kind === 'positional') parsed.positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (!spec) throw unknownOption(token.rawName, specs);
    parsed.options[token.name] = spec.value ? optionValue(token, spec, parsed.options[token.name]) : switchValue(token);
  }
  return parsed;
}

interface OptionToken {
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function optionValue(
  { rawName, value, inlineValue }: OptionToken,
  spec: OptionSpec,
  before: OptionValue,
): string | readonly string[] {
  // `--kdir --yes` is a forgotten value, not a folder named --yes; `--kdir=--yes` says so on purpose.
  if (!value || (!inlineValue && value.startsWith('-'))) {
    throw new UsageError('option.value-missing', `${rawName} needs a value: ${rawName} ${spec.value}.`);
  }
  const values = spec.multiple ? value.split(',') : [value];
  if (values.includes('')) {
    throw new UsageError(
      'option.value',
      `${rawName} takes a value before and after each comma, not ${JSON.stringify(value)}.`,
    );
  }
  for (const one of values) refuseUnlisted(one, rawName, spec);
  return spec.multiple ? [...list(before), ...values] : value;
}

function refuseUnlisted(value: string, rawName: string, { choices }: OptionSpec): void {
  if (!choices || choices.includes(value)) return;
  throw new UsageError(
    'option.value',
    `${rawName} does not know ${JSON.stringify(value)}; it takes one of: ${choices.join(', ')}.`,
  );
}

/** An option's value as text; undefined where it was not given. */
export function text(value: OptionValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that takes several; none where it was not given. */
export function list(value: OptionValue): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function switchValue({ rawName, value }: OptionToken): true {
  if (value === undefined) return true;
  throw new UsageError('option.value', `${rawName} takes no value, yet was given ${JSON.stringify(value)}.`);
}

function unknownOption(rawName: string, specs: Record<string, OptionSpec>): UsageError {
  const allowed = Object.keys(specs).map((name) => `--${name}`);
  return new UsageError(
    'option.unknown',
    `There is no option ${JSON.stringify(rawName)} here; allowed are: ${allowed.join(' ')}.`,
  );
}

/** The lines of a help text for a table of options, in two columns. */
export function describeOptions(specs: Record<string, OptionSpec>): string {
  const rows = Object.entries(specs).map(([name, spec]) => {
    const left = spec.value ? `--${name} ${spec.value}` : `--${name}`;
    return [left, spec.choices ? `${spec.help}: ${spec.choices.join(', ')}` : spec.help] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
