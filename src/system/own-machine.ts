import { machine } from 'node:os';

/** By node's name of the processor: what a 64-bit program runs on, whatever it is told. */
const machines: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64', s390x: 's390x' };

/** What `uname -m` says of this machine without the 32-bit personality that linux32 and setarch(8) give to programs. */
export function ownMachine(): string {
  return machines[process.arch] ?? machine();
}
