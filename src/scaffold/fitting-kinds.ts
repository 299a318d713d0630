import type { CrateSources } from '../knowledge/module/kernel-crate.ts';
import { type Kind, type KindRow, kindRow, kindsOf } from '../knowledge/module/kinds.ts';
import type { Flavour } from '../model/assessment.ts';
import { compareVersions } from '../text/versions.ts';

/** What of a kernel decides which kinds it has. */
export interface KindsKernel {
  /** null where none was found: then nothing speaks against a kind. */
  release: string | null;
  /** What the tree's own sources say; null where it has none. */
  crate?: CrateSources | null;
  /** Symbols out of `crateSymbols` that its configuration leaves out. */
  lacks?: readonly string[];
}

/** The kinds of a flavour that can be made for a kernel; `kernel` is null where none was found. */
export function fittingKinds(flavour: Flavour, kernel: KindsKernel | null): Kind[] {
  return kindsOf(flavour).filter((kind) => missing(kind, flavour, kernel) === null);
}

/**
 * Why a kind cannot be made.
 * @returns null where it can, or one sentence that names what is missing and which kinds there are.
 */
export function refuseKind(kind: Kind, flavour: Flavour, kernel: KindsKernel | null): string | null {
  const there = fittingKinds(flavour, kernel).join(', ');
  const choices = there === '' ? 'No kind of it fits this kernel' : `It is one of: ${there}`;
  const others = kindRow(kind).flavours.filter((other) => other !== flavour);
  const elsewhere = others.length > 0 ? `; --flavour ${others.join(' or ')} has ${kind}` : '';
  if (!kindsOf(flavour).includes(kind)) return `The flavour ${flavour} has no ${kind}. ${choices}${elsewhere}.`;
  const clause = missing(kind, flavour, kernel);
  if (clause === null) return null;
  return `There can be no ${kind} of the flavour ${flavour} for Linux ${kernel?.release ?? ''}: ${clause}. ${choices}${elsewhere}.`;
}

function missing(kind: Kind, flavour: Flavour, kernel: KindsKernel | null): string | null {
  // What the freestanding flavour needs of a kernel, every kernel has.
  if (flavour === 'freestanding' || !kernel) return null;
  const { crate } = kindRow(kind);
  if (!hasCrate(crate, kernel)) return crate.missing;
  if (crate.config && kernel.lacks?.includes(crate.config))
    return `its configuration leaves out CONFIG_${crate.config}`;
  return null;
}

function hasCrate({ file, since }: KindRow['crate'], { release, crate }: KindsKernel): boolean {
  if (file && crate) return crate.files.includes(file);
  return release === null || compareVersions(release, since) >= 0;
}
