import type { Remedy } from '../../../model/assessment.ts';
import type { Facts } from '../../../model/facts.ts';
import { compareVersions } from '../../../text/versions.ts';
import { type Answer, check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { advice } from '../../remedy/remedies.ts';
import { type CoreSource, coreSource } from '../../tool/core-source.ts';
import { kernelTools } from '../../tool/kernel-tools.ts';
import { rustPair } from '../../tool/rust-pair.ts';

export const rustcCoreSource = check({
  id: 'rustc.core-source',
  title: 'Source of core',
  goals: ['kernel'],
  about:
    'Whether the source of the core library is where the build of the kernel looks for it, and is of the version of rustc: the kernel compiles a core of its own. RUST_LIB_SRC names the folder where it is set; otherwise it is in the sysroot, which KRUSTFLAGS can move.',
  remedy: 'Install the library source of the rustc (rust-src), or set RUST_LIB_SRC to the folder that holds core.',
  source:
    "The kernel's scripts/rust_is_available.sh and rust/Makefile; rustc refuses a core of another version for unknown or missing lang items.",
  judge(facts, target): Answer {
    const { tool: rustc } = kernelTools(facts, target).rustc;
    if (rustc === null || rustc.outcome !== 'ok') {
      return { status: 'skip', found: 'there is no rustc to look for it with, as rustc.version says' };
    }
    const source = coreSource(rustc, facts);
    if (source.dir === null) {
      return {
        status: 'fail',
        found: `there is no source of core at ${source.wanted ?? `the sysroot of ${rustc.path}, which it does not name`}`,
        needed: `core/src/lib.rs there: ${places[source.by]}`,
        remedies: [remedyFor(source, facts, target)],
      };
    }
    return (
      ofOtherVersion(source, rustc.version ?? '') ?? { status: 'ok', found: `the source of core is in ${source.dir}` }
    );
  },
});

const places: Record<CoreSource['by'], string> = {
  RUST_LIB_SRC: 'RUST_LIB_SRC names that folder',
  KRUSTFLAGS: '--sysroot in KRUSTFLAGS names that sysroot',
  sysroot: 'it is in the sysroot of the rustc',
};

function remedyFor({ by }: CoreSource, facts: Facts, { distribution }: Target): Remedy {
  if (by === 'RUST_LIB_SRC') return advice('Set RUST_LIB_SRC to the folder that holds core and alloc, or unset it.');
  if (by === 'KRUSTFLAGS')
    return advice('Take --sysroot out of KRUSTFLAGS, or let it name a sysroot with library source.');
  return rustPair(distribution, facts);
}

/** Between minor versions lang items come and go; patch releases leave them alone. */
function ofOtherVersion({ dir, version }: CoreSource, rustc: string): Answer | null {
  if (version === null || compareVersions(version, rustc) === 0) return null;
  const minor = (full: string) => full.split('.').slice(0, 2).join('.');
  return {
    status: minor(version) === minor(rustc) ? 'warn' : 'fail',
    found: `the source of core in ${dir} is of ${version}, and rustc is ${rustc}`,
    needed: `the library source of ${rustc}`,
    remedies: [
      advice(`Install the library source of rustc ${rustc}, or set RUST_LIB_SRC to the folder that holds it.`),
    ],
  };
}
