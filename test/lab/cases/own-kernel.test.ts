import { expect } from 'vitest';
import { labCase, longCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { commandLine } from '../product.ts';
import { fork, type Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import { bookwormReady, trixieBare } from '../systems.ts';

const flavour = 'rust-for-linux';
const entry = '/etc/apt/sources.list.d/kernel-rust-module-backports.sources';
const debian = { env: { DEBIAN_FRONTEND: 'noninteractive' }, seconds: 1800 };

/** The lines that a report advises to type, in their order. */
function advised(report: string): string[] {
  const part = report.slice(report.indexOf('What to do'), report.indexOf('Findings'));
  const commands = part.split('\n').filter((line) => line.startsWith('      ') && !line.includes('https://'));
  return commands.map((line) => line.trim()).filter((line) => !line.startsWith('kernel-rust-module setup'));
}

/** Our own commands are found under the name that the report calls them by. */
async function installCommandLine(root: Root): Promise<void> {
  const script = `printf '#!/bin/sh\\nexec node /lab/package/dist/cli.js "$@"\\n' >/usr/local/bin/kernel-rust-module
    chmod 755 /usr/local/bin/kernel-rust-module`;
  await succeed(root, ['sh', '-c', script]);
}

async function expectLoaded(root: Root): Promise<void> {
  const words = ['new', 'hello', '--flavour', flavour, '--yes', '--boot'];
  const { stdout } = await succeed(root, commandLine(...words), { cwd: '/root', seconds: 1800 });
  say(stdout.trimEnd().split('\n').at(-1) ?? '');
  expect(stdout).toMatch(/hello: boot OK: .* in Linux 7\./);
}

longCase(
  'a bare Debian 13 without backports gets to a loaded Rust for Linux module by the commands shown',
  async () => {
    const root = await fork(await debianRoot(trixieBare));
    await installCommandLine(root);
    await succeed(root, ['apt-get', 'update']);
    const report = expectStatus(await run(root, commandLine('probe', '--for', `${flavour},boot`)), 1).stdout;
    const commands = advised(report);
    say(commands.join('\n    '));
    expect(commands.some((line) => line.includes(entry))).toBe(true);
    await succeed(root, ['sh', '-exc', commands.join('\n')], debian);
    await succeed(root, commandLine('probe', '--for', `${flavour},boot`));
    await expectLoaded(root);
  },
);

longCase('set-up does the same with --backports, and writes nowhere in /etc/apt but its own file', async () => {
  const root = await fork(await debianRoot(trixieBare));
  const words = ['setup', '--for', `${flavour},boot`];
  const refused = expectStatus(await run(root, commandLine(...words, '--yes')), 1);
  expect(refused.stderr).toContain('Add --backports to agree to that.');
  const listing = ['sh', '-c', 'cd /etc/apt && find . -type f -exec sha256sum {} + | sort'];
  const before = (await succeed(root, listing)).stdout.trim().split('\n');
  await succeed(root, commandLine(...words, '--yes', '--backports'), debian);
  const after = (await succeed(root, listing)).stdout.trim().split('\n');
  const added = after.filter((line) => !before.includes(line));
  expect(added).toHaveLength(1);
  expect(added[0]).toContain(entry.replace('/etc/apt', '.'));
  expect(before.filter((line) => !after.includes(line))).toEqual([]);
  const again = await succeed(root, commandLine(...words, '--yes', '--backports'), debian);
  expect(again.stdout).toContain('ready: Rust for Linux modules can be built');
  expect((await succeed(root, listing)).stdout.trim().split('\n')).toEqual(after);
  await expectLoaded(root);
});

/** What uname(2) tells is one of FAKE_RELEASE. */
const fakeUname = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
int uname(struct utsname *name)
{
	int (*real)(struct utsname *) = dlsym(RTLD_NEXT, "uname");
	int status = real(name);
	strncpy(name->release, getenv("FAKE_RELEASE"), sizeof(name->release) - 1);
	return status;
}
`;

labCase(
  'where a kernel of somebody else runs, its own headers come first, and the other kernel is called that',
  async () => {
    const root = await fork(await debianRoot(bookwormReady));
    const script = `apt-get purge --yes 'linux-headers-*' 'linux-kbuild-*'
    rm -rf /lib/modules/*
    apt-get update
    printf '%s' "$1" | gcc -shared -fPIC -x c -o /root/uname.so - -ldl`;
    await succeed(root, ['sh', '-euxc', script, 'sh', fakeUname]);
    const probeAs = async (release: string) => {
      const env = { LD_PRELOAD: '/root/uname.so', FAKE_RELEASE: release };
      const { stdout } = expectStatus(await run(root, commandLine('probe', '--for', 'freestanding,boot'), { env }), 1);
      return stdout.replace(/\s+/g, ' ');
    };
    const proxmox = await probeAs('6.8.12-2-pve');
    expect(proxmox).toContain('The running kernel 6.8.12-2-pve is built by Proxmox VE.');
    expect(proxmox).toMatch(/What linux-headers-amd64 brings instead is the tree of another kernel, 6\.1\.0-\d+-amd64/);

    // A variant of Debian's own: the archive has its newest release, and no old one.
    const { stdout } = await succeed(root, ['apt-cache', 'depends', '--important', 'linux-headers-rt-amd64']);
    const release = /linux-headers-(\S+-rt-amd64)\n/.exec(stdout.slice(stdout.indexOf('\n')))?.[1] ?? '';
    expect(await probeAs(release)).toContain(`--no-install-recommends linux-headers-${release}`);
    const gone = await probeAs('6.1.0-10-rt-amd64');
    expect(gone).toContain('upgrade the kernel and restart');
    expect(gone).toContain('--no-install-recommends linux-headers-rt-amd64');

    // Named instead of running, it is a matter of one command.
    await succeed(root, commandLine('setup', '--kernel', release, '--for', 'freestanding', '--yes'), debian);
    await succeed(root, commandLine('probe', '--kernel', release, '--for', 'freestanding'));
  },
);
