import { assessMatrix } from '../../api/assess-matrix.ts';
import type { AnyArchitecture } from '../../knowledge/architectures/architecture.ts';
import { allArchitectures, findAnyArchitecture, isFull } from '../../knowledge/architectures/plain-architectures.ts';
import { type Assessment, flavours, type Goal } from '../../model/assessment.ts';
import { UsageError } from '../../model/usage-error.ts';
import { unknownArchitecture } from '../../observe/observe-for.ts';
import { type Format, thisPerson } from '../delivery/formats.ts';
import { assessOptions } from '../options/assess-options.ts';
import { list, type ParsedArguments } from '../options/options.ts';

/** The report on several architectures, and whether this machine is ready for what was asked. */
interface MatrixResult {
  report: string;
  ready: boolean;
}

/** Whether the options ask for the matrix: all architectures, several, or one that no modules are made for. */
export function wantsMatrix({ options }: ParsedArguments): boolean {
  const names = list(options.arch);
  if (options['all-arches'] === true || names.length > 1) return true;
  const [row] = names.map(findAnyArchitecture);
  return row != null && !isFull(row);
}

/**
 * Looks at this machine for several architectures.
 * @param leaveOut ids of checks to leave out
 * @throws UsageError for a name that is unknown, for options that only a report on one architecture takes, and for a
 *   format that does not show the matrix.
 */
export async function probeMatrix(
  parsed: ParsedArguments,
  format: Format,
  wishes: { colour: boolean; verbose: boolean; columns: number | undefined },
  leaveOut: readonly string[],
): Promise<MatrixResult> {
  const { options } = parsed;
  const isAll = options['all-arches'] === true;
  refuse(parsed, format);
  const rows = isAll ? allArchitectures : chosenRows(list(options.arch));
  const wanted = assessOptions({ ...parsed, options: { ...options, arch: undefined } });
  const render = await loadRender(format, wishes);
  const assessment = await assessMatrix(rows, { ...wanted, leaveOut });
  return {
    report: render(assessment),
    ready: isReady(assessment, isAll ? [assessment.target.arch] : rows.map(({ name }) => name)),
  };
}

function refuse({ options }: ParsedArguments, format: Format): void {
  if (options['all-arches'] === true && options.arch !== undefined) {
    throw new UsageError('arch.twice', 'Give either --all-arches or --arch ARCH, not both.');
  }
  const single = ['all-kernels', 'strict', 'try'].find((name) => options[name] !== undefined);
  if (single !== undefined) {
    throw new UsageError(
      'arch.several',
      `--${single} goes with one architecture that modules are made for: give one --arch ARCH.`,
    );
  }
  if (format !== 'text' && format !== 'json' && format !== 'markdown') {
    throw new UsageError('option.value', `Several architectures are told as text, json or markdown, not as ${format}.`);
  }
}

/** Each once, in the order in which they were named. */
function chosenRows(names: readonly string[]): AnyArchitecture[] {
  const rows = names.map((name) => {
    const row = findAnyArchitecture(name);
    if (row === null) throw unknownArchitecture(name);
    return row;
  });
  return [...new Set(rows)];
}

async function loadRender(
  format: Format,
  wishes: { colour: boolean; verbose: boolean; columns: number | undefined },
): Promise<(assessment: Assessment) => string> {
  switch (format) {
    case 'markdown': {
      const { renderMatrixMarkdown } = await import('../../report/matrix/markdown.ts');
      return (assessment) => renderMatrixMarkdown(assessment, { person: thisPerson() });
    }
    case 'json':
      return (await import('../../report/json.ts')).renderJson;
    default: {
      const { renderMatrixText } = await import('../../report/matrix/text.ts');
      return (assessment) => renderMatrixText(assessment, wishes);
    }
  }
}

/** Every architecture counts that was named; of all of them the machine's own, since some can have no Rust at all. */
function isReady({ asked, architectures = [] }: Assessment, names: readonly string[]): boolean {
  return architectures
    .filter(({ arch }) => names.includes(arch))
    .every(({ verdicts }) => {
      const isSo = (goal: Goal) => verdicts[goal].status === 'ready';
      return asked.length > 0 ? asked.every(isSo) : flavours.some(isSo);
    });
}
