import { basename } from 'node:path/posix';
import type { Facts, ToolFact } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { compareVersions } from '../../../text/versions.ts';
import { check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { joinAnswers, type Part } from '../../join-answers.ts';
import { advice } from '../../remedy/remedies.ts';
import { hostTools, kernelTools } from '../../tool/kernel-tools.ts';

export const hostTemporary = check({
  id: 'host.temporary',
  title: 'Temporary folder',
  goals: ['freestanding', 'kernel', 'boot'],
  about:
    "Whether this user can write into a folder for temporary files: the one that TMPDIR names, otherwise /tmp. A rustc before 1.94 stops without one when it links: freestanding modules link their libraries, the kernel's build its macros. A clang stops that compiles and links in one step, as it does with the programs of the kernel's build, and so does make boot. Scaffolded modules use /tmp if TMPDIR names no such folder; the kernel's own build does not.",
  remedy: 'Unset TMPDIR, or let it name a folder that this user can write into.',
  source:
    "Debian 13 with TMPDIR=/nowhere, and without /tmp: rustc 1.85.1 (couldn't create a temp dir), clang 19 (unable to make temporary file) and mktemp stop, and GCC does not. Since https://github.com/rust-lang/rust/pull/150311 rustc links in the folder of its output.",
  judge(facts, target) {
    const { temporary = [] } = facts.host;
    const usable = temporary.find((folder) => folder.usable);
    const parts = [...judgeModules(facts, target), ...judgeSource(facts, target)];
    if (parts.length > 0) return joinAnswers(parts);
    return { status: 'ok', found: usable ? `temporary files go into ${usable.dir}` : 'nobody looked for one' };
  },
});

/** They take the first folder that can be used. */
function judgeModules({ host: { temporary = [] }, rustcs }: Facts, { toolchains }: Target): Part[] {
  if (temporary.length === 0 || temporary.some(({ usable }) => usable)) return [];
  const chosen = toolchains.find(({ chosenFor }) => chosenFor.includes('freestanding'));
  const rustc = stoppingRustc(rustcs.find(({ path }) => path === chosen?.rustc) ?? null);
  return [
    {
      goals: rustc === null ? ['boot'] : ['freestanding', 'boot'],
      ...without(temporary, [rustc, 'make boot']),
      remedies: [advice('Set TMPDIR to a folder that this user can write into.')],
    },
  ];
}

/** It takes the first one, whatever that is. */
function judgeSource(facts: Facts, target: Target): Part[] {
  const [first] = facts.host.temporary ?? [];
  if (!target.asked.includes('kernel') || first === undefined || first.usable) return [];
  const stopping = [stoppingRustc(kernelTools(facts, target).rustc.tool), stoppingClang(facts, target)];
  const isNamed = facts.host.temporary?.length === 2;
  return [
    {
      goals: ['kernel'],
      ...without([first], stopping),
      remedies: [
        advice(
          isNamed
            ? `Make the folder ${first.dir}, or unset TMPDIR.`
            : 'Set TMPDIR to a folder that this user can write into.',
        ),
      ],
    },
  ];
}

function without(
  folders: readonly { dir: string }[],
  programs: readonly (string | null)[],
): Pick<Part, 'status' | 'found' | 'needed'> {
  const stopping = programs.filter((program) => program !== null);
  return {
    status: stopping.length > 0 ? 'fail' : 'warn',
    found: `this user cannot write into ${folders.map(({ dir }) => dir).join(' or ')}`,
    needed: `a folder for temporary files${stopping.length > 0 ? `, for ${listing(stopping)}` : ''}`,
  };
}

function stoppingRustc(rustc: ToolFact | null): string | null {
  const { version } = rustc ?? { version: null };
  return version !== null && compareVersions(version, '1.94.0') < 0 ? `rustc ${version}` : null;
}

/** The rule host-csingle of scripts/Makefile.host hands the source to HOSTCC. */
function stoppingClang(facts: Facts, target: Target): string | null {
  const name = basename(hostTools(facts, target).cc.tool?.path ?? '');
  return name.includes('clang') ? name : null;
}
