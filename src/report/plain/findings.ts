import type { Assessment, Finding, FindingStatus } from '../../model/assessment.ts';
import { block } from '../../text/wrap.ts';
import { shownFindings } from '../parts/shown-goals.ts';
import { findingWords } from '../parts/status-words.ts';
import type { Layout } from './layout.ts';

const wordWidth = Math.max(...Object.values(findingWords).map(({ word }) => word.length));

/** Findings of these ask nothing of anybody. */
const quiet: readonly FindingStatus[] = ['ok', 'skip'];

/**
 * One row a finding: status word, title, what is here; below it what it takes. Those that ask nothing of anybody are told
 * by their titles alone; with `verbose` every one has its row, its id and its details.
 */
export function renderFindings(report: Assessment, layout: Layout, verbose: boolean): string[] {
  const findings = shownFindings(report);
  if (verbose) return renderRows(findings, layout, verbose);
  return [
    ...renderRows(
      findings.filter(({ status }) => !quiet.includes(status)),
      layout,
      verbose,
    ),
    ...quiet.flatMap((status) =>
      renderTitles(
        status,
        findings.filter((finding) => finding.status === status),
        layout,
      ),
    ),
  ];
}

/** One row a finding, in columns. */
export function renderRows(findings: readonly Finding[], layout: Layout, verbose: boolean): string[] {
  const titleWidth = Math.max(0, ...findings.map(({ title }) => title.length));
  return findings.flatMap((finding) => renderFinding(finding, layout, titleWidth, verbose));
}

function renderFinding(finding: Finding, { paint, width }: Layout, titleWidth: number, verbose: boolean): string[] {
  const indent = wordWidth + titleWidth + 6;
  const first = `${statusColumn(finding.status, paint)}${finding.title.padEnd(titleWidth)}  `;
  const more = verbose ? [`${finding.id}${finding.detail && `: ${finding.detail}`}`] : [];
  return [
    ...block(finding.found, { width, indent, first }),
    ...(finding.needed === '' ? [] : block(`needed: ${finding.needed}`, { width, indent })),
    ...more.flatMap((text) => block(text, { width, indent }).map((line) => paint('dim', line))),
  ];
}

function renderTitles(status: FindingStatus, findings: readonly Finding[], { paint, width }: Layout): string[] {
  const titles = findings.map(({ title }) => title).join(', ');
  return block(titles, { width, indent: wordWidth + 4, first: statusColumn(status, paint) });
}

function statusColumn(status: FindingStatus, paint: Layout['paint']): string {
  const { word, colour } = findingWords[status];
  return `  ${paint(colour, word.padEnd(wordWidth))}  `;
}
