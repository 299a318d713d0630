import type { Assessment, Finding } from '../../model/assessment.ts';
import { warningsOf } from '../parts/conclusion.ts';
import { renderRows } from './findings.ts';
import type { Layout } from './layout.ts';

/** The warnings on several kernels: one row a check, since most of them come alike for kernel after kernel. */
export function renderWarnings(kernels: readonly Assessment[], layout: Layout): string[] {
  const warnings = warningsOf(kernels);
  const alike = ({ id }: Finding) => warnings.filter((warning) => warning.id === id);
  const rows = warnings
    .filter((warning) => alike(warning)[0] === warning)
    .map((warning) => counted(warning, alike(warning).length - 1));
  return renderRows(rows, layout, false);
}

function counted(finding: Finding, others: number): Finding {
  if (others === 0) return finding;
  return { ...finding, found: `${finding.found} (${others} more like it: --verbose tells all of them)` };
}
