import { kernelTargets, specifiedTarget } from '../../knowledge/kernel/rust-metadata.ts';
import type { Remedy } from '../../model/assessment.ts';
import type { Facts, ToolFact } from '../../model/facts.ts';
import { compareVersions } from '../../text/versions.ts';
import { installNewEnough, isBelow, judgeTool } from '../answers.ts';
import type { Answer } from '../check.ts';
import type { Target } from '../context.ts';
import { advice } from '../remedy/remedies.ts';
import { hostTools, isTooNew, type KernelTools, makeCommand } from './kernel-tools.ts';
import { type Minimum, minimumFor } from './minimum-tools.ts';
import { refusesOptions } from './refused-options.ts';

interface KernelToolNeed {
  name: keyof KernelTools;
  variable: 'RUSTC' | 'BINDGEN';
  purpose: string;
  packages: readonly (string | undefined)[];
  /** A newer one from these packages is found although an older one is there. */
  beside: boolean;
}

/** Judges the rustc or the bindgen of the kernel's own build: there, working, not too old, and taken by make without being told. */
export function judgeKernelTool(need: KernelToolNeed, tools: KernelTools, facts: Facts, target: Target): Answer {
  const { name, variable, purpose, packages } = need;
  const { tool, word, instead } = tools[name];
  const minimum = minimumFor(name, target.source, target.architecture);
  const answer = judgeTool({ name, tool, purpose, minimum, packages }, facts, target);
  if (tool === null) return answer;
  if (/\s/.test(tool.path) && facts.environment[variable] !== undefined) return severalWords(need, tool);
  if (answer.status !== 'ok') return { ...answer, remedies: [remedyFor(need, tool, minimum, facts, target)] };
  const refusal = name === 'rustc' ? refusesRustOptions(tool, facts, target) : null;
  if (refusal) return refusal;
  const command = makeCommand(facts, target);
  if (word !== null) return otherThanMakes(`${name} ${tool.version} (${tool.path})`, instead, name, command);
  if (minimum && isTooNew(tool, minimum, target)) return tooNew(need, tool, minimum, target);
  if (name === 'rustc' && hostTools(facts, target).rustc.word !== null) {
    return {
      status: 'warn',
      found: `the kernel's build compiles its own programs with "rustc", which does not work here; ${tool.path} does`,
      needed: `"${command}" instead of "make"`,
    };
  }
  const named = facts.environment[variable] === undefined ? '' : `, as ${variable} says`;
  return { status: 'ok', found: `${name} ${tool.version} (${tool.path})${named}`, detail: tool.line };
}

/** The one program in Rust that its build compiles for this machine writes the target's specification. */
function refusesRustOptions(tool: ToolFact, facts: Facts, target: Target): Answer | null {
  const ofKernel = refusesOptions(['KRUSTFLAGS'], tool, facts);
  const isSpecified = kernelTargets[target.architecture.srcarch]?.includes(specifiedTarget);
  if (ofKernel || !isSpecified) return ofKernel;
  return refusesOptions(['HOSTRUSTFLAGS'], hostTools(facts, target).rustc.tool, facts);
}

/** Builds of modules take such a command, and the kernel's own check does not. */
function severalWords({ name, variable }: KernelToolNeed, { path }: ToolFact): Answer {
  return {
    status: 'fail',
    found: `${variable} is "${path}", which scripts/rust_is_available.sh of the kernel takes for the name of one program`,
    needed: `the name or the path of a ${name}, without spaces`,
    remedies: [advice(`Set ${variable} to the path of a ${name}, or unset it.`)],
  };
}

function otherThanMakes(chosen: string, instead: ToolFact | null, name: string, command: string): Answer {
  const taken = instead
    ? `make by itself takes ${instead.path}${instead.version === null ? '' : `, version ${instead.version}`}, which will not do`
    : `make by itself finds no ${name} on PATH`;
  return { status: 'warn', found: `${taken}; ${chosen} will`, needed: `"${command}" instead of "make"` };
}

function remedyFor(
  { name, variable, packages, beside }: KernelToolNeed,
  tool: ToolFact,
  minimum: Minimum | undefined,
  { environment, host }: Facts,
  target: Target,
): Remedy {
  if (environment[variable] !== undefined) {
    return advice(`${variable} names ${tool.path}: let it name a ${name} that will do, or unset it.`);
  }
  if (beside && isBelow(tool.version, minimum)) return installNewEnough({ name, minimum, packages }, host, target);
  return advice(
    `Replace ${tool.path}, put another ${name} before it on PATH, or tell make: ${variable}=/path/to/${name}.`,
  );
}

/** The kernel's own script only warns of it. Debian 12's bindgen 0.60, four releases too new for 6.1, panics on its headers. */
function tooNew(
  { name }: KernelToolNeed,
  { version, path }: ToolFact,
  { version: wanted }: Minimum,
  { source }: Target,
): Answer {
  return {
    status: 'fail',
    found: `${name} ${version} (${path}) is newer than ${wanted}`,
    needed: `exactly ${wanted}, the only version that ${source.title} was made for`,
    remedies: [advice(name === 'rustc' ? rustcOfVersion(wanted) : bindgenOfVersion(wanted))],
  };
}

function rustcOfVersion(wanted: string): string {
  const words = `"$(rustup which --toolchain ${wanted} rustc)"`;
  return `Install it with "rustup toolchain install ${wanted} --profile minimal --component rust-src", and tell make: RUSTC=${words} HOSTRUSTC=${words}.`;
}

/** Up to 0.60 the program was part of the library's crate. */
function bindgenOfVersion(wanted: string): string {
  const crate = compareVersions(wanted, '0.61') < 0 ? 'bindgen' : 'bindgen-cli';
  return `Install it with "cargo install --locked --root DIR --version ${wanted} ${crate}", and tell make: BINDGEN=DIR/bin/bindgen.`;
}
