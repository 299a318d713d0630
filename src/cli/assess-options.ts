import type { AssessOptions } from '../assess.ts';
import { UsageError } from '../usage-error.ts';
import type { ParsedArguments } from './options.ts';

/**
 * What the common options ask of the probe.
 * @throws UsageError for a time limit that is no positive number, and for `--kdir` together with `--kernel`.
 */
export function assessOptions({ options }: ParsedArguments): AssessOptions {
  if (options.kdir !== undefined && options.kernel !== undefined) {
    throw new UsageError('kernel.twice', 'Give either --kdir DIR or --kernel RELEASE, not both.');
  }
  return {
    kdir: text(options.kdir),
    kernel: text(options.kernel),
    arch: text(options.arch),
    timeoutMs: milliseconds(text(options.timeout)),
  };
}

/** An option's value as text; undefined where it was not given. */
export function text(value: string | true | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function milliseconds(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(seconds) && Number(seconds) > 0 && Number(seconds) <= 3600) return Number(seconds) * 1000;
  throw new UsageError(
    'option.value',
    `--timeout takes seconds, more than 0 and at most 3600, not ${JSON.stringify(seconds)}.`,
  );
}
