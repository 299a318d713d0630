import type { AssessOptions } from '../../model/assess-options.ts';
import type { Goal } from '../../model/assessment.ts';
import { UsageError } from '../../model/usage-error.ts';
import { list, type ParsedArguments, text } from './options.ts';

/**
 * What the common options ask of the probe.
 * @throws UsageError for a time limit that is no positive number, and for more than one of `--kdir`, `--kernel` and `--all-kernels`.
 */
export function assessOptions({ options }: ParsedArguments): AssessOptions {
  if (options.kdir !== undefined && options.kernel !== undefined) {
    throw new UsageError('kernel.twice', 'Give either --kdir DIR or --kernel RELEASE, not both.');
  }
  const named = ['kdir', 'kernel'].find((name) => options[name] !== undefined);
  if (options['all-kernels'] === true && named !== undefined) {
    throw new UsageError('kernel.twice', `Give either --all-kernels or --${named}, not both.`);
  }
  return {
    allKernels: options['all-kernels'] === true,
    // Only goals are allowed as values of --for.
    goals: [...new Set(list(options.for))] as Goal[],
    kdir: text(options.kdir),
    kernel: text(options.kernel),
    arch: text(options.arch) ?? list(options.arch)[0],
    timeoutMs: milliseconds(text(options.timeout)),
  };
}

function milliseconds(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(seconds) && Number(seconds) > 0 && Number(seconds) <= 3600) return Number(seconds) * 1000;
  throw new UsageError(
    'option.value',
    `--timeout takes seconds, more than 0 and at most 3600, not ${JSON.stringify(seconds)}.`,
  );
}
