import { givesModulesBtf } from '../../../knowledge/kernel/btf.ts';
import { paholeFeatures } from '../../../knowledge/kernel/minimum.ts';
import type { Facts } from '../../../model/facts.ts';
import { compareVersions } from '../../../text/versions.ts';
import { isBelow, judgeTool } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { bringForeign, isForeignTarget } from '../../foreign.ts';
import { joinAnswers, type Part } from '../../join-answers.ts';
import { informOf } from '../../tool/inform.ts';
import { type Minimum, minimumFor } from '../../tool/minimum-tools.ts';
import type { JudgedKernel } from '../../tree/kernel.ts';

const detail =
  'Kbuild runs it for modules where the kernel tree holds vmlinux and CONFIG_DEBUG_INFO_BTF_MODULES is set.';

export const paholeVersion = check({
  id: 'pahole.version',
  title: 'pahole',
  goals: ['freestanding', 'rust-for-linux', 'kernel'],
  about:
    "Whether pahole is here and new enough where Kbuild runs it: on every module where the kernel's tree holds its vmlinux and its configuration asks for BTF, the kernel's description of its types. Debian's headers do so since 6.12.",
  remedy: 'Install pahole (package pahole or dwarves).',
  source:
    'scripts/Makefile.modfinal, scripts/gen-btf.sh and scripts/Makefile.btf of 6.12 and 7.3, and builds of modules there without pahole and with 1.24; Documentation/process/changes.rst.',
  judge(facts, target): Answer {
    return joinAnswers([forModules(facts, target), ...forSource(facts, target)]);
  },
});

function forModules(facts: Facts, target: Target): Part {
  const { kernel, distribution, timeoutMs } = target;
  const isToCome = kernel?.tree === null && comesWithPahole(kernel, facts, target);
  if (kernel === null || !(isToCome || givesModulesBtf(kernel.tree))) {
    return { goals: [], ...informOf('pahole', facts.pahole, detail, timeoutMs) };
  }
  const need = {
    name: 'pahole',
    tool: facts.pahole,
    purpose: isToCome
      ? `which the headers of ${kernel.title} come with when they are installed, and set-up only unpacks them`
      : `which turns debugging information into BTF: the tree of ${kernel.title} holds vmlinux`,
    minimum: featuresOf(kernel),
    packages: [distribution?.pahole],
  };
  return { goals: ['freestanding', 'rust-for-linux'], ...judgeTool(need, facts, target) };
}

/** Debian's package linux-kbuild, of which set-up unpacks its own machine's for the headers of another architecture, depends on it since 6.12. */
function comesWithPahole({ release }: JudgedKernel, facts: Facts, target: Target): boolean {
  const isUnpacked = isForeignTarget(target, facts) && bringForeign(target, facts) !== null;
  return isUnpacked && compareVersions(release, '6.12') >= 0;
}

/** What it is told follows from the pahole that the kernel was configured with (130 for 1.30), not from the one that is here. */
function featuresOf({ tree, release, title }: JudgedKernel): Minimum | undefined {
  const configured = Number(tree?.config.CONFIG_PAHOLE_VERSION ?? 0);
  if (configured < 126 || compareVersions(release, '6.12') < 0) return undefined;
  return { version: paholeFeatures, by: title };
}

/** Configuring a kernel goes on without it, but leaves BTF out. */
function forSource({ pahole }: Facts, { source, architecture, asked }: Target): Part[] {
  if (!asked.includes('kernel') || source.tree?.config.CONFIG_DEBUG_INFO_BTF !== 'y') return [];
  const minimum = minimumFor('pahole', source, architecture);
  const isGood = pahole?.outcome === 'ok' && !isBelow(pahole.version, minimum);
  if (isGood) return [{ goals: ['kernel'], status: 'ok', found: `pahole ${pahole.version}` }];
  return [
    {
      goals: ['kernel'],
      status: 'warn',
      found: `${pahole === null ? 'no pahole is here' : `pahole (${pahole.path}) will not do`}, and ${source.tree.dir} asks for BTF`,
      needed: `pahole ${minimum?.version ?? ''} or newer: without it the next configuration drops CONFIG_DEBUG_INFO_BTF`,
    },
  ];
}
