import type { Assessment, Finding } from '../assessment.ts';
import type { Layout } from './layout.ts';
import { findingWords } from './status-words.ts';
import { block } from './wrap.ts';

const wordWidth = Math.max(...Object.values(findingWords).map(({ word }) => word.length));

/** One row a finding: status word, title, what is here; below it what it takes. With `verbose` its details too. */
export function renderFindings({ findings }: Assessment, layout: Layout, verbose: boolean): string[] {
  const titleWidth = Math.max(...findings.map(({ title }) => title.length));
  return findings.flatMap((finding) => renderFinding(finding, layout, titleWidth, verbose));
}

function renderFinding(finding: Finding, { paint, width }: Layout, titleWidth: number, verbose: boolean): string[] {
  const { word, colour } = findingWords[finding.status];
  const indent = wordWidth + titleWidth + 6;
  const first = `  ${paint(colour, word.padEnd(wordWidth))}  ${finding.title.padEnd(titleWidth)}  `;
  const more = verbose ? [`${finding.id}${finding.detail && `: ${finding.detail}`}`] : [];
  return [
    ...block(finding.found, { width, indent, first }),
    ...(finding.needed === '' ? [] : block(`needed: ${finding.needed}`, { width, indent })),
    ...more.flatMap((text) => block(text, { width, indent }).map((line) => paint('dim', line))),
  ];
}
