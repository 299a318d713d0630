import type { AnyArchitecture, Architecture } from '../../knowledge/architectures/architecture.ts';
import { crossCompile, isCross } from '../../knowledge/architectures/cross.ts';
import { isFull } from '../../knowledge/architectures/plain-architectures.ts';
import {
  type ArchitectureReport,
  type Assessment,
  goals,
  type MatrixCell,
  type Verdict,
} from '../../model/assessment.ts';
import type { Facts, LlvmToolFact, MatrixFacts, RustcFact, ToolFact } from '../../model/facts.ts';
import { assessFacts, type JudgeOptions } from '../assess.ts';
import { strayTools } from '../foreign.ts';
import { toolTrouble } from '../tool/tool-trouble.ts';
import { judgeRemedy } from './remedy.ts';
import { judgeUpstream } from './upstream.ts';

/**
 * Judges several architectures by what one look at a machine showed. Verdicts are those that a report on the architecture
 * alone would give.
 * @param own the report on the machine's own architecture
 */
export function judgeMatrix(
  rows: readonly AnyArchitecture[],
  facts: MatrixFacts,
  own: Assessment,
  options: JudgeOptions,
): ArchitectureReport[] {
  return rows.map((row) => {
    const machine = facts.machines[isFull(row) ? row.name : own.target.arch];
    if (machine === undefined) throw new Error(`${row.name} was not looked at`);
    const assessment = isFull(row) ? assessFacts(machine, row, options) : own;
    const { upstream, cell } = judgeUpstream(row, facts.haveRust);
    const asked = { row, machine, facts, rustc: rustcOf(assessment, machine), timeoutMs: options.timeoutMs };
    const cells = {
      rustcLlvm: rustcLlvm(asked),
      clangLlvm: llvmTool('clang', row, machine.clang, row.llvm?.clang, asked.timeoutMs),
      llvmConfigLlvm: llvmTool('llvm-config', row, machine.llvmConfigs[0] ?? null, row.llvm?.config, asked.timeoutMs),
      rustTarget: rustTarget(asked),
      upstream: cell,
      ...(isFull(row) ? buildTools(row, asked) : noTools),
    };
    const verdicts = isFull(row) ? assessment.verdicts : unsupported(row, cells);
    return {
      arch: row.name,
      supported: isFull(row),
      rustTarget: row.rustTarget,
      cells,
      upstream,
      verdicts,
      remedy: judgeRemedy(row, verdicts, machine.host, options.asked),
    };
  });
}

/** What a cell is judged by. */
interface Asked {
  row: AnyArchitecture;
  machine: Facts;
  facts: MatrixFacts;
  /** The one that modules of the architecture would be built with; null where there is none that answers. */
  rustc: RustcFact | null;
  timeoutMs: number;
}

function rustcOf({ toolchains }: Assessment, { rustcs }: Facts): RustcFact | null {
  const chosen = toolchains.find(({ chosenFor }) => chosenFor.length > 0);
  return rustcs.find(({ path, outcome }) => (chosen ? path === chosen.rustc : outcome === 'ok')) ?? null;
}

const noRustc: MatrixCell = { status: 'unknown', shown: '-', reason: 'there is no rustc that could be asked' };

function rustcLlvm({ row, facts, rustc }: Asked): MatrixCell {
  if (row.llvm === null) return no(`LLVM has no back end for ${row.name}`);
  if (rustc === null) return noRustc;
  const subject = `the LLVM ${rustc.llvmVersion ?? ''} in ${rustc.path}`.replace('  ', ' ');
  const has = facts.rustcs.find(({ rustc: path }) => path === rustc.path)?.backEnds[row.llvm.config] ?? null;
  if (has === null)
    return unknown(`${subject} cannot be asked: this rustc has no target that takes its ${row.llvm.config} back end`);
  return has
    ? yes(`${subject} has the ${row.llvm.config} back end`)
    : no(`${subject} has no ${row.llvm.config} back end`);
}

function llvmTool(
  name: string,
  row: AnyArchitecture,
  tool: LlvmToolFact | null,
  target: string | undefined,
  timeoutMs: number,
): MatrixCell {
  if (target === undefined) return no(`LLVM has no back end for ${row.name}`);
  if (tool === null) return unknown(`${name} is not installed`);
  const trouble = toolTrouble(tool, timeoutMs);
  if (trouble) return unknown(`${name} (${tool.path}) ${trouble.clause}`);
  const subject = `${name} ${tool.version} (${tool.path})`;
  return tool.targets.includes(target)
    ? yes(`${subject} has the ${target} back end`)
    : no(`${subject} has no ${target} back end`);
}

function rustTarget({ row, facts, rustc }: Asked): MatrixCell {
  const targets = facts.rustcs.find(({ rustc: path }) => path === rustc?.path)?.targets ?? null;
  if (rustc === null || targets === null) return noRustc;
  const subject = `rustc ${rustc.version} (${rustc.path})`;
  if (row.rustTarget === null) {
    const other = targets.find((target) => target.startsWith(`${row.name}-`));
    return no(
      other
        ? `${subject} has ${other}, which nobody has tried here`
        : `none of the ${targets.length} targets of ${subject} is for ${row.name}`,
    );
  }
  return targets.includes(row.rustTarget)
    ? yes(`${subject} has the target ${row.rustTarget}`)
    : no(`${subject} has no target ${row.rustTarget}`);
}

function buildTools(
  row: Architecture,
  { machine: { environment, gccs, host, ld, qemu }, timeoutMs }: Asked,
): Pick<ArchitectureReport['cells'], 'compiler' | 'binutils' | 'qemu'> {
  const prefix = isCross(row, host.machine) ? crossCompile(environment, row, host.machine) : '';
  const stray = strayTools({ architecture: row }, { environment, host });
  const strayCell = stray && no(`CROSS_COMPILE names the tools of ${stray.name}`);
  const gcc = gccs.find(({ path }) => nameOf(path).startsWith(nameOf(`${prefix}gcc`))) ?? null;
  return {
    compiler: strayCell ?? toolCell(`${prefix}gcc`, gcc, timeoutMs),
    binutils: strayCell ?? toolCell(`${prefix}ld`, ld, timeoutMs),
    qemu:
      row.qemu === null
        ? unknown(`a kernel for ${row.name} is a program, and takes no QEMU`)
        : toolCell(row.qemu, qemu, timeoutMs),
  };
}

const noTools = (() => {
  const cell = unknown('not looked for, since nothing is built for it here');
  return { compiler: cell, binutils: cell, qemu: cell };
})();

function toolCell(name: string, tool: ToolFact | null, timeoutMs: number): MatrixCell {
  if (tool === null) return no(`${name} is not installed`);
  const trouble = toolTrouble(tool, timeoutMs);
  if (trouble) return (trouble.status === 'timeout' ? unknown : no)(`${name} (${tool.path}) ${trouble.clause}`);
  const [shown = 'yes'] = /^\d+(\.\d+)?/.exec(tool.version ?? '') ?? [];
  return { status: 'yes', shown, reason: `${name} ${tool.version} (${tool.path})` };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What nothing is built for is told by what stands in the way first. */
function unsupported({ name }: AnyArchitecture, cells: ArchitectureReport['cells']): ArchitectureReport['verdicts'] {
  const against = [cells.rustcLlvm, cells.rustTarget, cells.upstream].filter(({ status }) => status === 'no');
  const reasons = against.length > 0 ? `: ${against.map(({ reason }) => reason).join('; ')}` : '';
  const verdict: Verdict = {
    status: 'blocked',
    summary: `Nothing is set up, built or booted for ${name} by this version${reasons}.`,
    because: ['host.architecture'],
    unproven: [],
    remedies: [],
  };
  return Object.fromEntries(goals.map((goal) => [goal, verdict])) as ArchitectureReport['verdicts'];
}

function yes(reason: string): MatrixCell {
  return { status: 'yes', shown: 'yes', reason };
}

function no(reason: string): MatrixCell {
  return { status: 'no', shown: 'no', reason };
}

function unknown(reason: string): MatrixCell {
  return { status: 'unknown', shown: '-', reason };
}
