import type { Assessment, Finding, Goal } from '../../model/assessment.ts';

/** The goals a report is about: those asked for, otherwise all that was looked at without being asked. */
export function shownGoals({ asked }: Pick<Assessment, 'asked'>): readonly Goal[] {
  return asked.length > 0 ? asked : ['rust-for-linux', 'freestanding', 'boot'];
}

/** The findings a report is about: those that its goals hang on, and those that inform. */
export function shownFindings(report: Pick<Assessment, 'asked' | 'findings'>): Finding[] {
  const shown = shownGoals(report);
  return report.findings.filter(({ goals }) => goals.length === 0 || goals.some((goal) => shown.includes(goal)));
}
