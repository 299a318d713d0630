/**
 * The oldest rustc for freestanding modules. Older ones lack options that the kernel's mitigations ask for:
 * 1.63 has no `-Zfunction-return` and leaves 49 naked returns in a small module.
 */
export const freestandingFloor = '1.85.0';

/** The oldest kernel that a freestanding module has been loaded in. */
export const oldestProvenKernel = '6.1';

/** The newest kernel whose rules the tables hold. */
export const newestKnownKernel = '7.3';

/** The first kernel for which an older rustc or bindgen than the newest is a promise: up to it, one version was wanted and newer ones draw a warning. */
export const firstTrueMinimum = '6.11';

/** The oldest version of a tool that a kernel takes. */
interface OldestVersion {
  /** The first kernel it holds for. */
  from: string;
  version: string;
  /** The only folder below `arch/` it holds for; absent where it holds for all that no later row names. */
  srcarch?: string;
  source: string;
}

const script = (release: string) => `scripts/min-tool-version.sh of ${release}`;
const changes = (release: string) => `Documentation/process/changes.rst of ${release}`;

/** By the names that scripts/min-tool-version.sh has for them, and make and pahole, which only the documentation names. Oldest first; the last row that fits holds. */
export const oldestVersions = {
  rustc: [
    { from: '6.1', version: '1.62.0', source: script('6.1') },
    // Stable raised 1.71.1 to this within 6.6.y.
    { from: '6.6', version: '1.73.0', source: 'stable shortlog of 6.6.y, "rust: upgrade to Rust 1.73.0"' },
    { from: '6.11', version: '1.78.0', source: 'https://rust-for-linux.com/rust-version-policy' },
    { from: '7.1', version: '1.85.0', source: 'https://rust-for-linux.com/rust-version-policy' },
    { from: '7.2', version: '1.96.0', srcarch: 's390', source: script('7.2') },
    { from: '7.3', version: '1.95.0', srcarch: 'powerpc', source: script('7.3') },
  ],
  bindgen: [
    { from: '6.1', version: '0.56.0', source: script('6.1') },
    { from: '6.6', version: '0.65.1', source: 'pull request "Rust for 6.6", 20230824214024.608618-1-ojeda@kernel.org' },
    { from: '7.1', version: '0.71.1', source: 'https://github.com/rust-lang/rust-bindgen/pull/3365' },
  ],
  llvm: [
    { from: '0', version: '11.0.0', source: script('6.1') },
    { from: '6.1', version: '15.0.0', srcarch: 's390', source: script('6.1') },
    { from: '6.12', version: '13.0.1', source: script('6.12') },
    { from: '6.12', version: '15.0.0', srcarch: 's390', source: script('6.12') },
    { from: '6.12', version: '18.0.0', srcarch: 'loongarch', source: script('6.12') },
    { from: '6.18', version: '15.0.0', source: script('6.18') },
    { from: '6.18', version: '18.0.0', srcarch: 'loongarch', source: script('6.18') },
    { from: '7.2', version: '17.0.1', source: script('7.2') },
    { from: '7.2', version: '18.0.0', srcarch: 'loongarch', source: script('7.2') },
  ],
  gcc: [
    { from: '0', version: '5.1', source: script('6.1') },
    { from: '6.18', version: '8.1', source: script('6.18') },
  ],
  binutils: [
    { from: '0', version: '2.23', source: script('6.1') },
    { from: '6.6', version: '2.25', source: changes('6.6') },
    { from: '6.18', version: '2.30', source: script('6.18') },
  ],
  make: [
    { from: '0', version: '3.82', source: changes('6.1') },
    { from: '6.12', version: '4.0', source: changes('6.12') },
  ],
  pahole: [
    { from: '0', version: '1.16', source: changes('6.12') },
    { from: '7.1', version: '1.22', source: changes('7.1') },
    { from: '7.2', version: '1.26', source: changes('7.2') },
  ],
} satisfies Record<string, OldestVersion[]>;

/** A tool that kernels ask a minimum of. */
export type MeasuredTool = keyof typeof oldestVersions;

/** Since it tells a module's BTF by features, Kbuild asks it of pahole by an option that older ones do not know (`scripts/Makefile.btf` of 6.12 and 7.3). */
export const paholeFeatures = '1.26';
