import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import { freestandingFloorOn } from '../../knowledge/architectures/architectures.ts';
import type { Flavour, Toolchain } from '../../model/assessment.ts';
import type { Facts, RustcFact } from '../../model/facts.ts';
import { compareVersions } from '../../text/versions.ts';
import { namedRustc } from '../remedy/named-rustc.ts';
import type { JudgedKernel } from '../tree/kernel.ts';
import { toolTrouble } from './tool-trouble.ts';

/**
 * What becomes of every rustc, in order of preference: for each flavour the first that will do is chosen. Where RUSTC names one,
 * only that one counts.
 */
export function judgeToolchains(
  { rustcs }: Facts,
  kernel: JudgedKernel | null,
  architecture: Architecture,
  timeoutMs: number,
): Toolchain[] {
  const named = namedRustc({ rustcs }, kernel);
  const judged = rustcs.map((rustc) => ({
    rustc,
    trouble:
      (named === null || rustc === named ? null : 'RUSTC names another one') ??
      spaceTrouble(rustc) ??
      toolTrouble(rustc, timeoutMs)?.clause ??
      backEndTrouble(rustc, architecture),
    freestanding: sourceTrouble(rustc, freestandingFloorOn(architecture)),
    'rust-for-linux': identityTrouble(rustc, kernel),
  }));
  const wanted: Flavour[] = kernel?.rust ? ['freestanding', 'rust-for-linux'] : ['freestanding'];
  const chosen = new Map(
    wanted.map((flavour) => [flavour, judged.find((one) => (one.trouble ?? one[flavour]) === null)]),
  );
  return judged.map((one) => {
    const chosenFor = wanted.filter((flavour) => chosen.get(flavour) === one);
    const reasons =
      one.trouble === null ? wanted.map((flavour) => one[flavour] ?? 'another one comes first') : [one.trouble];
    return {
      ...describe(one.rustc),
      chosenFor,
      passedOver: chosenFor.length > 0 ? null : [...new Set(reasons)].join(', and '),
    };
  });
}

function describe(rustc: RustcFact): Omit<Toolchain, 'chosenFor' | 'passedOver'> {
  return {
    rustc: rustc.path,
    version: rustc.line,
    host: rustc.host,
    llvmVersion: rustc.llvmVersion,
    sysroot: rustc.sysroot,
    librarySource: rustc.librarySource,
  };
}

/** Only RUSTC is a command, whose words make tells apart by the spaces. */
function spaceTrouble({ path, origin }: RustcFact): string | null {
  return origin !== 'environment' && /\s/.test(path) ? 'make cannot call a path with a space' : null;
}

function backEndTrouble({ llvmBackend }: RustcFact, { llvm }: Architecture): string | null {
  return llvmBackend === false ? `its LLVM has no ${llvm.config} back end` : null;
}

/** Freestanding modules bring their own core, compiled from the library source of the very compiler. */
export function sourceTrouble(
  { version, librarySource, librarySourceVersion }: RustcFact,
  floor: string,
): string | null {
  if (version === null || compareVersions(version, floor) < 0) return `below ${floor}`;
  if (librarySource === null) return 'no library source in its sysroot';
  const differs = librarySourceVersion !== null && compareVersions(librarySourceVersion, version) !== 0;
  return differs ? `the library source in its sysroot is of ${librarySourceVersion}` : null;
}

/** A crate's metadata can be read only by the very build of rustc that wrote it: the same number is not enough. */
function identityTrouble({ line }: RustcFact, kernel: JudgedKernel | null): string | null {
  if (kernel === null || kernel.rustcLine === null) return "the kernel's rustc is not known";
  return line === kernel.rustcLine ? null : "not the rustc that built the kernel's Rust parts";
}
