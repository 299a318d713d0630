import type { CrateMetadataFact, KernelTreeFact } from '../../model/facts.ts';
import { isFile, list, readText, withFile } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';
import { createLimits } from '../run/limits.ts';
import { crateFit, type NamedMetadata } from './crate-fit.ts';
import { readProcMacro } from './proc-macro.ts';
import { readMetadata } from './rmeta.ts';

/** Up to 6.2 the target's specification lay beside the crates. */
const specifications = ['scripts/target.json', 'rust/target.json'];

/** The specification of x86_64's target has 1.5 kB. */
const longestSpecification = 65_536;

/** A kernel has some twenty. */
const mostFiles = 100;

/** The kernel's own names are short. */
function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/**
 * What a kernel tree holds of its compiled Rust crates. Only the start and the end of each file are read, since
 * together they have 140 MB.
 */
export function observeKernelMetadata(at: TreePlace['at'], limits = createLimits()): KernelTreeFact['metadata'] {
  const all = (list(at('rust')) ?? []).filter((name) => /\.(rmeta|so)$/.test(name)).sort(byLength);
  const names = limits.atMost(all, mostFiles, `files of Rust metadata in ${at('rust')}`).toSorted();
  const specification = specifications.find((file) => isFile(at(file)));
  const text = specification === undefined ? null : readText(at(specification), longestSpecification);
  const crates = names.filter((name) => name.endsWith('.rmeta')).map((name) => readCrate(at, name));
  const macros = names.filter((name) => name.endsWith('.so')).map((name) => readProcMacro(at(`rust/${name}`), name));
  const together = [...crates, ...macros.map(({ fact: { name }, metadata }) => ({ name, metadata }))];
  return {
    rmeta: crates.map((crate) => crateFact(crate, together, text)),
    so: macros.map(({ fact }) => fact),
    targetSpec: specification !== undefined,
    rustc: crates.find(({ name }) => name === 'libcore.rmeta')?.metadata?.rustc ?? null,
  };
}

function readCrate(at: TreePlace['at'], name: string): NamedMetadata {
  return { name, metadata: withFile(at(`rust/${name}`), readMetadata) };
}

function crateFact(crate: NamedMetadata, all: NamedMetadata[], specification: string | null): CrateMetadataFact {
  const { name, metadata } = crate;
  const target = metadata?.root ?? null;
  return {
    name,
    rustc: metadata?.rustc ?? null,
    whole: metadata?.whole ?? false,
    target: target?.target ?? null,
    specMatches: target?.specification === null || target === null ? null : target.specification === specification,
    ...crateFit(crate, all),
  };
}
