import type { AssessOptions } from '../../model/assess-options.ts';
import type { Flavour, VerdictStatus } from '../../model/assessment.ts';

/**
 * What to type after a module was scaffolded, a line each. Where something is missing yet, `make` would fail, and what
 * set-up then brings is not in `config.mk` before `configure` has looked again.
 * @param place the module's folder, as it is called from here
 * @param options how this machine was looked at: set-up has to look at the same kernel
 */
export function nextSteps(
  place: string,
  { flavour, status }: { flavour: Flavour; status: VerdictStatus },
  { arch, kdir, kernel }: AssessOptions,
): string {
  const named = Object.entries({ arch, kdir, kernel }).flatMap(([name, value]) =>
    value ? [`--${name} ${value}`] : [],
  );
  const command = (...words: string[]) => ['kernel-rust-module', ...words, ...named].join(' ');
  if (status === 'ready') return `Next: cd ${place} && make && make boot`;
  if (status !== 'fixable') return `Next: ${command('probe', '--for', flavour)}`;
  return [
    `Next: ${command('setup', '--for', `${flavour},boot`)}`,
    `Then: cd ${place} && ${command('configure')} && make && make boot`,
  ].join('\n');
}
