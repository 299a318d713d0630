import type { AnyArchitecture } from '../../knowledge/architectures/architecture.ts';
import { noteOf } from '../../knowledge/architectures/architectures.ts';
import { newestKnownKernel } from '../../knowledge/kernel/minimum.ts';
import type { ArchitectureReport, MatrixCell } from '../../model/assessment.ts';
import type { HaveRustFact } from '../../model/facts.ts';
import { listing } from '../../text/listing.ts';
import { compareVersions } from '../../text/versions.ts';
import { minimumFor } from '../tool/minimum-tools.ts';
import { evaluate } from './kconfig-expression.ts';

type Upstream = ArchitectureReport['upstream'];

/**
 * Whether kernels of an architecture can have Rust: by the Kconfig of the source that is here, otherwise by the tables.
 * @param haveRust what that Kconfig says; null where no source is here
 */
export function judgeUpstream(
  row: AnyArchitecture,
  haveRust: HaveRustFact | null,
): { upstream: Upstream; cell: MatrixCell } {
  return haveRust?.read.includes(row.srcarch) ? fromSource(row, haveRust) : fromTables(row);
}

function fromSource(
  row: AnyArchitecture,
  { dir, release, selects, depends }: HaveRustFact,
): ReturnType<typeof judgeUpstream> {
  const file = `arch/${row.srcarch}/Kconfig of ${release} in ${dir}`;
  const conditions = selects.filter(({ srcarch }) => srcarch === row.srcarch).map(({ condition }) => condition ?? '');
  const known = (symbol: string): boolean | undefined =>
    row.symbols[symbol] ?? holds(depends[symbol]?.map((condition) => evaluate(condition, known)) ?? []);
  const open = conditions.filter((condition) => condition === '' || evaluate(condition, known) !== false);
  const [chosen] = open;
  const is = chosen !== undefined;
  const asked = is && chosen !== '' && evaluate(chosen, known) !== true ? [...explained(chosen, depends)] : [];
  const text = conditions.map((condition) => `select HAVE_RUST${condition && ` if ${condition}`}`);
  return {
    upstream: {
      from: row.rust?.from ?? null,
      conditions: asked,
      minimumRustc: is ? minimumRustc(row, release) : null,
      source: `${file}${text.length > 0 ? `: ${text.join('; ')}` : ''}`,
      kernel: { release, dir },
    },
    cell: {
      status: is ? 'yes' : 'no',
      shown: is ? 'yes' : 'no',
      reason: is
        ? `${file} has "${text[conditions.indexOf(chosen)]}"${asked.length > 1 ? `, where ${listing(asked.slice(1))}` : ''}`
        : `${file} ${text.length > 0 ? `has only ${listing(text.map((one) => `"${one}"`))}` : 'selects no HAVE_RUST'}${noteOf(row)}`,
    },
  };
}

/** True where all hold, false where one does not; undefined where none is given. */
function holds(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.length === 0 || values.includes(undefined) ? undefined : true;
}

/** A condition, and below it what the symbols of Kconfig's own that it names depend on. */
function explained(condition: string, depends: HaveRustFact['depends']): string[] {
  const named = Object.entries(depends).filter(([symbol]) => new RegExp(`\\b${symbol}\\b`).test(condition));
  return [condition, ...named.map(([symbol, conditions]) => `${symbol} depends on ${conditions.join(' && ')}`)];
}

function fromTables(row: AnyArchitecture): ReturnType<typeof judgeUpstream> {
  const { rust: support, withoutRust } = row;
  if (support === null) {
    const file = `arch/${row.srcarch}/Kconfig of ${newestKnownKernel}`;
    const source = withoutRust ? `${file}; ${withoutRust.source}` : file;
    return {
      upstream: { from: null, conditions: [], minimumRustc: null, source, kernel: null },
      cell: {
        status: 'no',
        shown: 'no',
        reason: `no kernel up to ${newestKnownKernel} can have Rust on ${row.name}${noteOf(row)}`,
      },
    };
  }
  const holding = support.conditions.filter(
    ({ from, until }) =>
      compareVersions(from, newestKnownKernel) <= 0 &&
      (until === undefined || compareVersions(until, newestKnownKernel) > 0),
  );
  const conditions = holding.map(({ change }) => change);
  const minimum = minimumRustc(row, newestKnownKernel);
  const needs = [...conditions, ...(minimum === null ? [] : [`rustc ${minimum} or newer`])];
  return {
    upstream: {
      from: support.from,
      conditions,
      minimumRustc: minimum,
      source: [...new Set([support.source, ...holding.map(({ source }) => source)])].join('; '),
      kernel: null,
    },
    cell: {
      status: 'yes',
      shown: `${support.from}+`,
      reason: `kernels from ${support.from} on can have Rust on ${row.name}; ${newestKnownKernel} takes ${listing(needs)}`,
    },
  };
}

function minimumRustc({ srcarch }: AnyArchitecture, release: string): string | null {
  return (
    minimumFor('rustc', { version: release, title: `the kernel ${release}`, tree: null }, { srcarch })?.version ?? null
  );
}
