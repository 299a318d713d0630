import type { Assessment, Finding, Goal, Trial } from '../model/assessment.ts';
import { element, escapeXml } from '../text/xml.ts';
import { eachKernel, isOfAllKernels, kernelName } from './parts/each-kernel.ts';
import { leftOutFor } from './parts/left-out.ts';
import { shownGoals } from './parts/shown-goals.ts';
import { describeTrial } from './parts/trial.ts';

/** One test case: its name, and its outcome in the words of JUnit. */
interface Case {
  name: string;
  outcome: 'passed' | 'failure' | 'skipped';
  /** Why it is not passed. */
  message: string;
  /** All there is to say. */
  text: string;
  seconds?: number;
}

/**
 * The report as JUnit's XML, as CI systems read it: a test suite a goal, a test case a finding; what only informs has a
 * suite of its own. Ends with a newline.
 */
export function renderJunit(assessment: Assessment, { strict }: { strict: boolean }): string {
  const suites = eachKernel(assessment).flatMap((report) => {
    const kernel = isOfAllKernels(report) ? `${kernelName(report.target)}: ` : '';
    const informing = report.findings.filter(({ goals }) => goals.length === 0);
    return [
      ...shownGoals(report).map((goal) => suite(`${kernel}${goal}`, casesOf(goal, report, strict))),
      suite(
        `${kernel}information`,
        informing.map((finding) => findingCase(finding, strict)),
      ),
    ];
  });
  const trials = (assessment.trials ?? []).map(trialCase);
  const all = [...suites.flat(), ...(trials.length > 0 ? suite('trials', trials) : [])];
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...element('testsuites', { name: 'kernel-rust-module probe' }, all)].join('\n')}\n`;
}

function casesOf(goal: Goal, report: Assessment, strict: boolean): Case[] {
  return [
    ...report.findings.filter(({ goals }) => goals.includes(goal)).map((finding) => findingCase(finding, strict)),
    ...leftOutFor(goal, report).map((name) => ({ name, outcome: 'skipped' as const, message: 'left out', text: '' })),
  ];
}

function findingCase({ id, title, status, found, needed, detail, remedies }: Finding, strict: boolean): Case {
  const help = remedies.flatMap(({ text, commands }) => [text, ...commands.map((command) => `  ${command}`)]);
  const text = [found, needed && `needed: ${needed}`, detail, ...help].filter((line) => line !== '').join('\n');
  return { name: `${id}: ${title}`, outcome: outcomeOf(status, strict), message: found, text };
}

function outcomeOf(status: Finding['status'], strict: boolean): Case['outcome'] {
  if (status === 'skip') return 'skipped';
  return status === 'ok' || (status === 'warn' && !strict) ? 'passed' : 'failure';
}

function trialCase(trial: Trial): Case {
  const outcome = trial.agrees === false ? 'failure' : 'passed';
  const message = describeTrial(trial);
  return { name: trial.goal, outcome, message, text: [message, ...trial.output].join('\n'), seconds: trial.seconds };
}

function suite(name: string, cases: readonly Case[]): string[] {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  return element(
    'testsuite',
    { name, tests: cases.length, failures: count('failure'), errors: 0, skipped: count('skipped') },
    cases.flatMap((one) => testCase(name, one)),
  );
}

function testCase(classname: string, { name, outcome, message, text, seconds }: Case): string[] {
  const content = {
    passed: () => element('system-out', {}, [escapeXml(text)]),
    failure: () => element('failure', { message }, [escapeXml(text)]),
    skipped: () => element('skipped', { message }),
  };
  return element('testcase', { classname, name, time: seconds?.toFixed(3) }, content[outcome]());
}
