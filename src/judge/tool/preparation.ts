import { isSet } from '../../knowledge/kernel/config-condition.ts';
import type { PreparationLibrary, PreparationTool } from '../../knowledge/kernel/preparation.ts';
import type { Remedy } from '../../model/assessment.ts';
import type { Facts } from '../../model/facts.ts';
import { listing } from '../../text/listing.ts';
import { compareVersions } from '../../text/versions.ts';
import type { Answer } from '../check.ts';
import type { Target } from '../context.ts';
import { install } from '../remedy/remedies.ts';

type Need = PreparationTool | PreparationLibrary;

/**
 * The answer about things of one kind that preparing a kernel takes: fails for what its configuration asks for, or the
 * default one where there is none yet; warns of what only another one would ask for.
 * @param what they are: `tools`, `libraries`
 * @param missing those that are not here, or do not start
 */
export function judgePreparation(what: string, missing: readonly Need[], facts: Facts, target: Target): Answer {
  const asked = (answer: Asked) => missing.filter((need) => isAskedFor(need, target) === answer);
  if (asked('yes').length > 0) return notHere('fail', asked('yes'), facts, target);
  if (asked('maybe').length > 0) return notHere('warn', asked('maybe'), facts, target);
  return { status: 'ok', found: `all ${what} that preparing ${target.source.title} takes are here` };
}

type Asked = 'yes' | 'maybe' | 'no';

function isAskedFor({ since, config, byDefault }: Need, { source, architecture }: Target): Asked {
  if (compareVersions(source.version, since) < 0) return 'no';
  if (config === null) return 'yes';
  const configuration = source.tree?.config ?? {};
  if (Object.keys(configuration).length > 0) {
    return config.some((symbol) => isSet(configuration, symbol)) ? 'yes' : 'no';
  }
  return byDefault.includes(architecture.name) ? 'yes' : 'maybe';
}

function notHere(status: 'fail' | 'warn', needs: readonly Need[], facts: Facts, target: Target): Answer {
  return {
    status,
    found: absent(needs),
    needed: needs.map(describe).join('; '),
    detail: needs.map(({ name, source }) => `${name}: ${source}.`).join(' '),
    remedies: [installAll(needs, facts, target)],
  };
}

function absent(needs: readonly Need[]): string {
  const list = listing(names(needs));
  if (needs.every(({ kind }) => kind === 'library')) return `the C headers of ${list} are not installed`;
  return needs.length === 1
    ? `${list} is not installed, or does not start`
    : `${list} are not installed, or do not start`;
}

function describe({ name, purpose, config }: Need): string {
  return config === null
    ? `${name}, which ${purpose}`
    : `${name}, which ${purpose} where ${config.map((symbol) => `CONFIG_${symbol}`).join(' or ')} is set`;
}

function installAll(needs: readonly Need[], { host }: Facts, { distribution }: Target): Remedy {
  const packages = needs.map(({ name }) => distribution?.preparation[name]);
  return install(listing(names(needs)), packages, distribution, host);
}

function names(needs: readonly Need[]): string[] {
  return needs.map(({ name }) => name);
}
