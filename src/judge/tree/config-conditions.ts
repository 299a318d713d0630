import type { ConfigCondition, KernelConfig } from '../../knowledge/kernel/config-condition.ts';
import { compareVersions } from '../../text/versions.ts';

/** Those of some conditions that hold for a kernel and that its configuration breaks. */
export function brokenConditions(
  conditions: readonly ConfigCondition[],
  release: string,
  config: KernelConfig,
): ConfigCondition[] {
  return conditions.filter(
    ({ from, until, forbids }) =>
      compareVersions(release, from) >= 0 &&
      (until === undefined || compareVersions(release, until) < 0) &&
      forbids(config),
  );
}
