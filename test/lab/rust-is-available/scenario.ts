import type { Message } from './messages.ts';

/** What the kernel's script concludes: from its exit status, and from whether it points to its documentation. */
export type Availability = 'available' | 'available with warnings' | 'not available';

/** The oldest versions that a kernel's own `scripts/min-tool-version.sh` allows. */
export interface Minima {
  rustc: string;
  bindgen: string;
  llvm: string;
}

/** A bindgen made up for a scenario. */
export interface FakeBindgen {
  /** What `bindgen --version` says. */
  version: string;
  /** What libclang says on stderr of a header that makes it name itself; a number is an exit status instead. */
  libclang: string | number;
  /** It translates the headers that some versions get wrong as the real bindgen does. */
  sound: boolean;
}

/** A toolchain of the oldest versions allowed, but for what is said here. */
export interface Variant {
  /** Tells it from the scenario's other ones; empty where it is the only one. */
  title: string;
  /** What `rustc --version` says. */
  rustc?: string;
  bindgen?: Partial<FakeBindgen>;
  /** What `clang --version` says. */
  clang?: string;
  /** No fakes: what the system has. */
  real?: boolean;
  /** Variables besides those that Kbuild sets; null leaves one of those unset. */
  env?: Record<string, string | null>;
  expected: Availability;
  /** What the script says, where it says something. */
  says?: Message;
}

/** One test of the kernel's `scripts/rust_is_available_test.py`. */
export interface Scenario {
  /** The test's name without `test_`. */
  name: string;
  variants: Variant[];
  /** Why the probe answers otherwise on purpose: it then calls the toolchain available. Absent where it must agree. */
  exception?: string;
}
