import { cSourceFailures } from './failures/c-sources.ts';
import type { KnownFailure } from './failures/failure.ts';
import { firstDayFailures } from './failures/first-day.ts';
import { installFailures } from './failures/install.ts';
import { kbuildFailures } from './failures/kbuild.ts';
import { loadFailures } from './failures/load.ts';
import { resourceFailures } from './failures/resources.ts';
import { runFailures } from './failures/run.ts';
import { rustForLinuxFailures } from './failures/rust-for-linux.ts';
import { sourceFailures } from './failures/source.ts';
import { toolFailures } from './failures/tools.ts';

/** The known failures by subject. If two match the same line of a log, the first of them explains it. */
export const failureSubjects: readonly { title: string; failures: readonly KnownFailure[] }[] = [
  { title: 'Disk, memory and permissions', failures: resourceFailures },
  { title: 'Compilers, tools and the programs of the kernel tree', failures: toolFailures },
  { title: "Rust for Linux: the kernel's metadata, its rustc and its crate", failures: rustForLinuxFailures },
  { title: 'What kernel code does not have', failures: firstDayFailures },
  { title: 'The Rust source of a module', failures: sourceFailures },
  { title: 'The C sources of a module', failures: cSourceFailures },
  { title: 'Installing', failures: installFailures },
  { title: 'Loading and unloading', failures: loadFailures },
  { title: 'Running', failures: runFailures },
  { title: 'Kbuild, the linker and modpost', failures: kbuildFailures },
];

export const knownFailures: readonly KnownFailure[] = failureSubjects.flatMap(({ failures }) => failures);
