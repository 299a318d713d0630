import { freestandingFloorOn } from '../../../knowledge/architectures/architectures.ts';
import { freestandingFloor } from '../../../knowledge/kernel/minimum.ts';
import type { Toolchain } from '../../../model/assessment.ts';
import type { Facts, RustcFact } from '../../../model/facts.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { namedRustc, renameRustc } from '../../remedy/named-rustc.ts';
import { rustPair } from '../../tool/rust-pair.ts';
import { toolTrouble } from '../../tool/tool-trouble.ts';
import { toolchainName } from '../../tool/toolchain-name.ts';
import { sourceTrouble } from '../../tool/toolchains.ts';

export const rustcLibrarySource = check({
  id: 'rustc.library-source',
  title: 'rustc with library source',
  goals: ['freestanding'],
  about:
    "Whether there is a rustc that is new enough, with the library source of exactly its version: freestanding modules bring a core of their own, compiled with the flags of the kernel. Every rustc here is looked at: the one that RUSTC names, those on PATH, rustup's.",
  remedy:
    'Install the library source of the rustc (rust-src, or "rustup component add rust-src"), or a newer pair of both.',
  source: `The floor of ${freestandingFloor} was measured: older ones lack options that the kernel's mitigations ask for. On s390x it is that of -Zpacked-stack.`,
  judge(facts, target): Answer {
    const { toolchains } = target;
    const chosen = toolchains.find(({ chosenFor }) => chosenFor.includes('freestanding'));
    if (chosen === undefined) return noneWillDo(facts, target);
    const found = `${toolchainName(chosen)} with library source in ${chosen.librarySource}`;
    return { status: 'ok', found, detail: trail(toolchains) };
  },
});

/** Why each will not do for this flavour: one that another flavour takes is passed over for nothing else. */
function reasonsOf({ rustcs }: Facts, { toolchains, architecture }: Target): Toolchain[] {
  const floor = freestandingFloorOn(architecture);
  return toolchains.map((toolchain) => {
    const rustc = rustcs.find(({ path }) => path === toolchain.rustc);
    return { ...toolchain, passedOver: toolchain.passedOver ?? (rustc ? sourceTrouble(rustc, floor) : null) };
  });
}

function noneWillDo(facts: Facts, target: Target): Answer {
  const { distribution, timeoutMs } = target;
  const toolchains = reasonsOf(facts, target);
  const named = namedRustc(facts, target.kernel);
  if (named !== null) return namedWillNotDo(named, facts, target);
  const floor = freestandingFloorOn(target.architecture);
  const needed = neededFrom(floor);
  const remedies = [rustPair(distribution, facts, floor)];
  const [first] = toolchains;
  if (first === undefined) return { status: 'fail', found: 'no rustc is installed', needed, remedies };
  const troubles = facts.rustcs.map((rustc) => toolTrouble(rustc, timeoutMs)?.status);
  return {
    status: troubles.every((trouble) => trouble !== undefined) ? (troubles[0] ?? 'fail') : 'fail',
    found: passedOver(toolchains),
    needed,
    detail: trail(toolchains),
    remedies,
  };
}

/** What packages bring helps only where it belongs to the rustc that RUSTC names. */
function namedWillNotDo(named: RustcFact, facts: Facts, target: Target): Answer {
  const { distribution, timeoutMs } = target;
  const toolchains = reasonsOf(facts, target);
  const floor = freestandingFloorOn(target.architecture);
  const reason = toolchains.find(({ rustc }) => rustc === named.path)?.passedOver;
  const trouble = toolTrouble(named, timeoutMs);
  return {
    status: trouble?.status ?? 'fail',
    found: trouble
      ? `RUSTC is "${named.path}", which ${trouble.clause}`
      : `RUSTC names ${named.path}, which will not do (${reason})`,
    needed: neededFrom(floor),
    detail: trail(toolchains),
    remedies: [named.path === distribution?.rust?.rustc ? rustPair(distribution, facts, floor) : renameRustc(named)],
  };
}

function neededFrom(floor: string): string {
  return `a rustc of ${floor} or newer, and the library source of exactly its version`;
}

/** Names one toolchain for each reason, and counts the rest. */
function passedOver(toolchains: Toolchain[]): string {
  const isFirst = ({ passedOver: why }: Toolchain, index: number) =>
    toolchains.findIndex((other) => other.passedOver === why) === index;
  const named = toolchains.filter(isFirst);
  const clauses = named.map((toolchain) => `${toolchainName(toolchain)} is passed over (${toolchain.passedOver})`);
  return `${clauses.join(', ')}${others(toolchains.length - named.length)}`;
}

function others(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ', and so is the other one' : `, and so are the ${count} others`;
}

function trail(toolchains: Toolchain[]): string {
  const passed = toolchains.filter(({ passedOver }) => passedOver !== null);
  return passed.map((toolchain) => `Passed over: ${toolchainName(toolchain)}: ${toolchain.passedOver}.`).join(' ');
}
