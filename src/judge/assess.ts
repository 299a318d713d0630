import type { Architecture } from '../knowledge/architectures/architecture.ts';
import { findArchitecture } from '../knowledge/architectures/architectures.ts';
import { isSet } from '../knowledge/kernel/config-condition.ts';
import { crateSymbols } from '../knowledge/module/kinds.ts';
import type { Assessment, Goal } from '../model/assessment.ts';
import { goals } from '../model/assessment.ts';
import type { Facts, KernelTreeFact } from '../model/facts.ts';
import type { Check } from './check.ts';
import { checks } from './checks/index.ts';
import { chooseTarget, type Target } from './context.ts';
import { isCrossTarget, prefixOf } from './foreign.ts';
import { heedTimeouts } from './tool/timeouts.ts';
import { judgeGoal } from './verdict.ts';

export interface JudgeOptions {
  generator: Assessment['generator'];
  /** How long each tool was given to answer, in milliseconds. */
  timeoutMs: number;
  /** The goals asked for; none stands for either flavour. */
  asked: Goal[];
  /** Ids of checks to leave out. */
  leaveOut: ReadonlySet<string>;
}

/** Judges what was observed on a machine for modules of one architecture: the whole report, from facts alone. */
export function assessFacts(
  facts: Facts,
  architecture: Architecture,
  { generator, timeoutMs, asked, leaveOut }: JudgeOptions,
): Assessment {
  const target = chooseTarget(facts, architecture, { timeoutMs, asked });
  const [looked, left] = divide(checks, (check) => isLookedAt(check, asked) && !leaveOut.has(check.id));
  const findings = looked.map((check) => heedTimeouts(check.judge(facts, target), facts, timeoutMs));
  const verdict = (goal: Goal) => [goal, judgeGoal(goal, findings, left, facts, target)] as const;
  return {
    schemaVersion: 1,
    generator,
    host: describeHost(facts),
    target: describeTarget(target, facts),
    asked,
    verdicts: Object.fromEntries(goals.map(verdict)) as Assessment['verdicts'],
    findings,
    toolchains: target.toolchains,
    kernels: facts.kernels.map(describeTree),
    commands: facts.commands,
    ...(facts.limits?.length ? { limits: facts.limits } : {}),
  };
}

/** What only the goal `kernel` needs was not observed unless that was asked for. */
export function isLookedAt({ goals }: Check, asked: readonly Goal[]): boolean {
  return asked.includes('kernel') || goals.length === 0 || goals.some((goal) => goal !== 'kernel');
}

function divide<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

function describeHost({ host }: Facts): Assessment['host'] {
  const { distribution } = host;
  return {
    arch: findArchitecture(host.machine)?.name ?? host.machine,
    kernelRelease: host.kernelRelease,
    distribution: distribution && { id: distribution.id, versionId: distribution.versionId, name: distribution.name },
    container: host.container,
    cache: host.cache,
  };
}

function describeTarget(target: Target, facts: Facts): Assessment['target'] {
  const { architecture, tree, kernel, chosen } = target;
  return {
    arch: architecture.name,
    kernel:
      tree === null && kernel === null
        ? null
        : {
            release: kernel?.release ?? tree?.release ?? releaseNamed(facts),
            dir: tree?.dir ?? null,
            state: tree?.state ?? 'expected',
            llvm: kernel?.compiler.clang ?? false,
            crate: kernel?.tree?.kernelCrate ?? null,
            lacks: crateSymbols.filter((symbol) => kernel?.tree && !isSet(kernel.tree.config, symbol)),
          },
    chosen,
    ...(facts.absent?.origin === 'named' ? { named: facts.absent.release } : {}),
    crossCompile: (isCrossTarget(target, facts) && prefixOf(target, facts)) || null,
  };
}

/** A release that was named stands in the report, tree or not. */
function releaseNamed({ absent }: Facts): string | null {
  return absent?.origin === 'named' ? absent.release : null;
}

function describeTree(tree: KernelTreeFact): Assessment['kernels'][number] {
  return {
    release: tree.release,
    dir: tree.dir,
    state: tree.state,
    rust: isSet(tree.config, 'RUST'),
    metadata: tree.metadata.rmeta.some(({ name }) => name === 'libkernel.rmeta'),
  };
}
