import { assess } from '../../api/assess.ts';
import type { Assessment, Goal } from '../../model/assessment.ts';
import { conclude } from '../../report/parts/conclusion.ts';
import { visible } from '../../text/visible.ts';
import { type Command, commonOptions, goalOption } from '../command.ts';
import { type Format, formats, loadFormat } from '../delivery/formats.ts';
import { assessOptions } from '../options/assess-options.ts';
import { type ParsedArguments, text } from '../options/options.ts';
import { printColoured } from '../terminal/output.ts';
import { wantsColour } from '../terminal/terminal.ts';

export const probe: Command = {
  arguments: '',
  summary: 'can this machine build Rust kernel modules, and if not, what to do',
  options: {
    ...goalOption,
    'all-kernels': { help: 'judge every kernel tree on this machine; ready only if all of them are' },
    'all-arches': { help: 'a table of every architecture; ready if modules can be built for this machine' },
    try: { help: 'build a throw-away module for the kernel chosen, and say whether the verdict was right' },
    only: { value: 'ID', help: 'look at these checks alone, more than one with commas', multiple: true },
    skip: { value: 'ID', help: 'leave these checks out, more than one with commas', multiple: true },
    'list-checks': { help: 'list the checks, and look at nothing' },
    explain: { value: 'ID', help: 'tell of one check: what it asks, why, what helps; and look at nothing' },
    strict: { help: 'let warnings fail' },
    format: { value: 'FORMAT', help: 'how to report', choices: formats },
    output: { value: 'FILE', help: 'where to write the report, whole or not at all (default: stdout)' },
    ...commonOptions,
    arch: { ...commonOptions.arch, help: `${commonOptions.arch.help}; of several, a table`, multiple: true },
  },
  async run(parsed) {
    const { options } = parsed;
    const format = (text(options.format) ?? 'text') as Format;
    const deliver = await prepareDelivery(text(options.output));
    if (options['list-checks'] === true || options.explain !== undefined) {
      const { tellChecks } = await import('./tell-checks.ts');
      await deliver(tellChecks(text(options.explain), format));
      return 0;
    }
    const strict = options.strict === true;
    const wishes = {
      colour: options.output === undefined && wantsColour(process.stdout),
      verbose: options.verbose === true,
      strict,
    };
    const columns = options.output === undefined ? process.stdout.columns : undefined;
    // The rest is not loaded, and nothing more is looked at, for one architecture.
    if (parsed.options['all-arches'] === true || parsed.options.arch !== undefined) {
      const { probeMatrix, wantsMatrix } = await import('./probe-matrix.ts');
      if (wantsMatrix(parsed)) {
        const leaveOut = await leftOut(parsed, assessOptions(parsed).goals ?? []);
        const { report, ready } = await probeMatrix(parsed, format, { ...wishes, columns }, leaveOut);
        await deliver(report);
        return ready ? 0 : 1;
      }
    }
    const [assessment, render] = await Promise.all([lookAt(parsed), loadFormat(format, wishes)]);
    await deliver(render(assessment));
    if (format === 'github' && process.env.GITHUB_STEP_SUMMARY) {
      const { appendStepSummary } = await import('../delivery/step-summary.ts');
      const summarise = await loadFormat('markdown', wishes);
      await appendStepSummary(process.env.GITHUB_STEP_SUMMARY, summarise(assessment));
    }
    return conclude(assessment, strict).ready ? 0 : 1;
  },
};

async function lookAt(parsed: ParsedArguments): Promise<Assessment> {
  const options = assessOptions(parsed);
  const asked = options.goals ?? [];
  const wanted = { ...options, leaveOut: await leftOut(parsed, asked) };
  if (parsed.options.try !== true) return assess(wanted);
  const { refuseUntriable } = await import('../../api/try/choose-flavours.ts');
  refuseUntriable(asked);
  const { withTrials } = await import('./try-flavours.ts');
  return withTrials(await assess(wanted));
}

/** Without these options the checks need not be known before the tools are started. */
async function leftOut(parsed: ParsedArguments, asked: readonly Goal[]): Promise<string[]> {
  if (parsed.options.only === undefined && parsed.options.skip === undefined) return [];
  const { leaveOut } = await import('../options/leave-out.ts');
  return leaveOut(parsed, asked);
}

/** A file that cannot be written is refused before the work. */
async function prepareDelivery(file: string | undefined): Promise<(report: string) => Promise<void>> {
  if (file === undefined) return async (report) => printColoured(report);
  const { inspectOutput, writeOutput } = await import('../delivery/output-file.ts');
  const place = await inspectOutput(file);
  return (report) => writeOutput(place, visible(report));
}
