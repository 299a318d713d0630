import { buildTools as tools } from '../../../knowledge/kernel/build-tools.ts';
import { flavours, type Remedy } from '../../../model/assessment.ts';
import type { Facts } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { compareVersions } from '../../../text/versions.ts';
import { noKernel } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { crossPackage, isCrossTarget, prefixOf } from '../../foreign.ts';
import { advice, install } from '../../remedy/remedies.ts';
import { llvmFor } from '../../tool/llvm-choice.ts';
import type { JudgedKernel } from '../../tree/kernel.ts';

type Tool = (typeof tools)[number];

export const buildPrograms = check({
  id: 'build.programs',
  title: 'Programs of the build',
  goals: ['freestanding', 'rust-for-linux'],
  about:
    'Whether the programs are here that Kbuild calls for modules beside compilers, linker, make and pahole: the assembler and other parts of binutils, a shell, awk, and a few more that every system has. Each is asked for only by the kernels and flavours that need it.',
  remedy: 'Install binutils, and reinstall the package of a program that every system has.',
  source: 'The sweep of the lab: builds of modules for 6.1 and 7.3 without each of the programs that they start.',
  judge(facts, target): Answer {
    const { kernel } = target;
    if (kernel === null) return noKernel;
    const called = tools.filter((tool) => isCalled(tool, kernel, facts));
    const missing = called.filter(({ name }) => facts.absentPrograms.includes(name));
    if (missing.length === 0) return { status: 'ok', found: `${listing(called.map(({ name }) => name))} are here` };
    return notHere(missing, facts, target);
  },
});

/** Where LLVM is set, its tools take the place of binutils. */
function isCalled({ from, until, asks, binutils }: Tool, kernel: JudgedKernel, facts: Facts): boolean {
  if (binutils && llvmFor(kernel, facts) !== undefined) return false;
  return (
    (from === undefined || compareVersions(kernel.release, from) >= 0) &&
    (until === undefined || compareVersions(kernel.release, until) < 0) &&
    (asks === undefined || asks(kernel.tree))
  );
}

function notHere(missing: readonly Tool[], facts: Facts, target: Target): Answer {
  const called = (tool: Tool) =>
    `${tool.binutils && isCrossTarget(target, facts) ? prefixOf(target, facts) : ''}${tool.name}`;
  const list = listing(missing.map(called));
  return {
    status: 'fail',
    goals: flavours.filter((flavour) => missing.some((tool) => (tool.flavour ?? flavour) === flavour)),
    found: `${list} ${missing.length > 1 ? 'are' : 'is'} not installed, or cannot be executed`,
    needed: missing.map((tool) => `${called(tool)}, which ${tool.purpose}`).join('; '),
    detail: missing.map(({ name, source }) => `${name}: ${source}.`).join(' '),
    remedies: remediesFor(missing, list, facts, target),
  };
}

function remediesFor(missing: readonly Tool[], list: string, facts: Facts, target: Target): Remedy[] {
  if (missing.some(({ binutils }) => !binutils)) {
    return [advice(`Reinstall the packages that contain ${list}, or put their folder on PATH.`)];
  }
  const { distribution } = target;
  const foreign = isCrossTarget(target, facts);
  return [
    install(
      list,
      [foreign ? crossPackage('binutils', target, facts) : distribution?.binutils],
      distribution,
      facts.host,
    ),
  ];
}
