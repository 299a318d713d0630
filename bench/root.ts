import { availableParallelism, loadavg } from 'node:os';
import { type DebianOptions, debianRoot } from '../test/lab/debian.ts';
import type { Root } from '../test/lab/root.ts';
import { succeed } from '../test/lab/run.ts';
import { say } from '../test/lab/say.ts';

/** Where `rustAvailable` finds the kernel's source. */
export const kernelSource = '/usr/src/linux-source-7.3';

/** Debian 13 with everything a Rust-capable kernel build takes, and the newest kernel source of its backports. */
const fullToolchain: DebianOptions = {
  suite: 'trixie',
  backports: true,
  packages: [
    ...['make', 'gcc-14', 'gcc', 'libc6-dev', 'rustc', 'rust-src', 'bindgen', 'clang', 'llvm', 'lld'],
    ...['libelf-dev', 'libssl-dev', 'flex', 'bison', 'bc', 'kmod', 'dwarves', 'xz-utils', 'cpio', 'python3-minimal'],
    ...['linux-headers-amd64', 'qemu-system-x86', 'busybox-static', 'linux-source-7.3/trixie-backports'],
  ],
  commands: [['tar', '--extract', '--file', `${kernelSource}.tar.xz`, '--directory', '/usr/src']],
};

export const commandLine = ['node', '/lab/package/dist/cli.js'];

/** An ordinary user, who has Debian's rustc on PATH and no rustup. */
export const user = 'lab';

export async function benchRoot(system: DebianOptions = fullToolchain): Promise<Root> {
  const root = await debianRoot(system);
  return { ...root, binds: { ...root.binds, [import.meta.dirname]: '/lab/bench' } };
}

/** Runs commands alternately inside the root. @returns milliseconds by name. */
export async function measure<Name extends string>(
  root: Root,
  plan: { rounds: number; warm?: boolean; before?: string[]; commands: Record<Name, string[]> },
  as: 'root' | 'lab' = user,
): Promise<Record<Name, number[]>> {
  const [load = 0] = loadavg();
  if (load > availableParallelism() / 2)
    say(`this machine is not idle (load ${load.toFixed(1)}): the figures are worth less`);
  const { stdout } = await succeed(root, ['node', '/lab/bench/measure.js', JSON.stringify(plan)], {
    user: as,
    seconds: 3600,
  });
  return JSON.parse(stdout);
}

/** Where one run of a Node program spent its time. */
export async function profile(root: Root, [node = '', ...rest]: string[]): Promise<string> {
  const profiled = [node, '--cpu-prof', '--cpu-prof-dir=/tmp', '--cpu-prof-name=profile.cpuprofile', ...rest];
  await succeed(root, ['sh', '-c', 'cd "$(mktemp -d)" && "$@"', 'sh', ...profiled], { user });
  const { stdout } = await succeed(root, ['node', '/lab/bench/profile.js', '/tmp/profile.cpuprofile'], { user });
  return stdout.trimEnd().replaceAll('\n', '\n    ');
}
