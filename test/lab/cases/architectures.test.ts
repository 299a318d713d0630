import { expect } from 'vitest';
import { labCase, longCase } from '../case.ts';
import { type DebianOptions, debianRoot } from '../debian.ts';
import { listFiles } from '../files.ts';
import { conforms, loadsByOneCommand } from '../freestanding.ts';
import { objectComplaints } from '../objects.ts';
import { commandLine } from '../product.ts';
import { succeed } from '../run.ts';
import { say } from '../say.ts';
import { bookwormReady, sid, trixieBackports, trixieReady } from '../systems.ts';

/** An architecture's stock kernel in a Debian system that has what this machine's own takes, and nothing foreign. */
interface StockKernel {
  architecture: string;
  system: DebianOptions;
  release: RegExp;
  /** Run each time, not only by `--full`. */
  always?: true;
}

const bookworm = { system: bookwormReady, release: /^6\.1\.0-/ };
const trixie = { system: trixieReady, release: /^6\.12\./ };

const kernels: StockKernel[] = [
  { architecture: 'x86_64', ...bookworm, always: true },
  { architecture: 'x86_64', ...trixie },
  { architecture: 'x86_64', system: trixieBackports, release: /^7\.3\./ },
  { architecture: 'i386', ...bookworm },
  { architecture: 'arm64', ...bookworm, always: true },
  { architecture: 'arm64', ...trixie },
  { architecture: 'arm', ...bookworm },
  { architecture: 'riscv64', ...trixie },
  { architecture: 'ppc64le', ...bookworm },
  { architecture: 's390x', ...bookworm },
  { architecture: 'loongarch64', system: sid, release: /^7\./ },
  { architecture: 'mips64el', ...bookworm },
];

for (const { architecture, system, release, always } of kernels) {
  const suite = `${system.suite}${system.backports ? '-backports' : ''}`;
  (always ? labCase : longCase)(
    `${architecture}, the stock kernel of ${suite}: one command leads to a module loaded in it, and what Rust does is right there`,
    async () => {
      const root = await debianRoot(system);
      const kernel = await loadsByOneCommand(root, architecture);
      expect(kernel).toMatch(release);
      const { built, booted } = await conforms(root, architecture);
      say(`the conformance module: built in ${built.toFixed(0)} s, booted in ${booted.toFixed(0)} s`);
      for (const folder of ['/root/hello', '/root/conformance']) {
        expect(await objectComplaints(root, folder, architecture)).toEqual([]);
      }
    },
  );
}

longCase('where root has installed the packages, an ordinary user does all that remains for arm64', async () => {
  const root = await debianRoot(bookwormReady);
  const arch = ['--arch', 'arm64', '--yes'];
  await succeed(root, commandLine('setup', ...arch), { seconds: 900 });
  const words = ['new', 'hello', '--flavour', 'freestanding', '--setup', '--build', '--boot'];
  const { output } = await succeed(root, commandLine(...words, ...arch), { user: 'lab', seconds: 900 });
  expect(output).not.toContain('apt-get install');
  expect(output).toMatch(/hello: boot OK: loaded and unloaded in Linux 6\.1\./);
  const kept = await listFiles(root, '/home/lab/.cache/kernel-rust-module/foreign/arm64');
  const places = new Set(kept.map((path) => path.split('/')[0]));
  expect([...places]).toEqual([expect.stringMatching(/^6\.1\..*-arm64$/), 'busybox', 'kernels']);
});
