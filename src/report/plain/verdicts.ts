import type { Assessment } from '../../model/assessment.ts';
import { block } from '../../text/wrap.ts';
import { isOfAllKernels, kernelName } from '../parts/each-kernel.ts';
import { shownGoals } from '../parts/shown-goals.ts';
import { verdictWords } from '../parts/status-words.ts';
import { renderFindings } from './findings.ts';
import type { Layout } from './layout.ts';
import { verdictRow } from './verdict-row.ts';

/** One verdict a goal: its status word, the goal, one sentence. Several kernels each have a heading, and with `verbose` their findings. */
export function renderVerdicts(kernels: readonly Assessment[], layout: Layout, verbose: boolean): string[] {
  return kernels.flatMap((report, index) => {
    const rows = renderGoals(report, layout);
    if (!isOfAllKernels(report)) return rows;
    const heading = block(kernelName(report.target), { width: layout.width, indent: 0 });
    return [
      ...(index > 0 ? [''] : []),
      ...heading.map((line) => layout.paint('bold', line)),
      ...rows,
      ...(verbose ? renderFindings(report, layout, verbose) : []),
    ];
  });
}

function renderGoals(report: Assessment, layout: Layout): string[] {
  return shownGoals(report).flatMap((goal) => {
    const { status, summary } = report.verdicts[goal];
    return verdictRow(verdictWords[status], goal, summary, layout);
  });
}
