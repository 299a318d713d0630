import type { Assessment, Goal } from '../assessment.ts';
import { goals } from '../assessment.ts';
import type { Facts, KernelTreeFact } from '../facts.ts';
import { type Architecture, findArchitecture } from '../knowledge/architectures.ts';
import { checks } from './checks/index.ts';
import { chooseTarget, type Target } from './target.ts';
import { judgeGoal } from './verdict.ts';

export interface JudgeOptions {
  generator: Assessment['generator'];
  /** How long each tool was given to answer, in milliseconds. */
  timeoutMs: number;
}

/** Judges what was observed on a machine for modules of one architecture: the whole report, from facts alone. */
export function assessFacts(
  facts: Facts,
  architecture: Architecture,
  { generator, timeoutMs }: JudgeOptions,
): Assessment {
  const target = chooseTarget(facts, architecture, timeoutMs);
  const findings = checks.map((check) => check.judge(facts, target));
  const verdict = (goal: Goal) => [goal, judgeGoal(goal, findings, facts, target)] as const;
  return {
    schemaVersion: 1,
    generator,
    host: describeHost(facts),
    target: describeTarget(target),
    verdicts: Object.fromEntries(goals.map(verdict)) as Assessment['verdicts'],
    findings,
    toolchains: target.toolchains,
    kernels: facts.kernels.map(describeTree),
    commands: facts.commands,
  };
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

function describeTarget({ architecture, tree, kernel, chosen }: Target): Assessment['target'] {
  return {
    arch: architecture.name,
    kernel:
      tree === null && kernel === null
        ? null
        : {
            release: kernel?.release ?? tree?.release ?? null,
            dir: tree?.dir ?? null,
            state: tree?.state ?? 'expected',
            llvm: kernel?.compiler.clang ?? false,
          },
    chosen,
  };
}

function describeTree(tree: KernelTreeFact): Assessment['kernels'][number] {
  return {
    release: tree.release,
    dir: tree.dir,
    state: tree.state,
    rust: tree.config.CONFIG_RUST === 'y',
    metadata: tree.metadata.rmeta.includes('libkernel.rmeta'),
  };
}
