import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Assessment } from '../../../src/model/assessment.ts';
import { labCase, longCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { exists, listFiles } from '../files.ts';
import { asUser, backports, userCache as cache, grounds } from '../kdir.ts';
import { commandLine, make, probe } from '../product.ts';
import { fork, type Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import { start } from '../start.ts';
import { trixieBackports, trixieHeaders, trixieReady } from '../systems.ts';

const flavour = 'rust-for-linux';

for (const [system, ground, kernelCase] of grounds) {
  kernelCase(
    `${system}: an ordinary user makes a tree of the stock kernel, and the probe goes on with it`,
    async () => {
      const { root, made, tree, release } = await ground();
      expect(tree).toBe(`${cache}/trees/${release}`);
      expect(made.left).toEqual([]);
      const own = await root();
      // What is kept is the tree and the log of how it was made: no source, no download, nothing half made.
      const kept = new Set((await listFiles(own, cache)).map((path) => path.split('/').slice(0, 2).join('/')));
      expect([...kept].sort()).toEqual([`logs/kdir-${release}.log`, `trees/${release}`]);
      expect(await listFiles(own, '/tmp')).toEqual([]);
      const report = await probe(own, asUser);
      expect(report.verdicts[flavour]).toMatchObject({ status: 'ready' });
      expect(report.target.kernel).toMatchObject({ release, dir: tree });
      const again = await succeed(own, commandLine('kdir', '--yes'), asUser);
      say(`the second time took ${again.seconds.toFixed(1)} s`);
      expect(again.stdout).toBe(made.stdout);
    },
  );
}

labCase('one command leads from the stock headers alone to a module loaded in the stock kernel', async () => {
  const root = await debianRoot(trixieHeaders);
  const words = ['--flavour', flavour, '--setup', '--build', '--boot', '--yes'];
  const before = await probe(root);
  expect(before.verdicts[flavour].status).toBe('fixable');
  const { stdout, seconds } = await succeed(root, commandLine('new', 'hello', ...words), { seconds: 1800 });
  say(`it took ${seconds.toFixed(0)} s: ${stdout.trimEnd().split('\n').at(-1)}`);
  expect(stdout).toMatch(/hello: boot OK: loaded and unloaded in Linux 7\./);
});

for (const [moment, said, kernelCase] of [
  ['the source is unpacked', 'Unpacking the source', labCase],
  ['the bindings are made', "Building the kernel's Rust parts", longCase],
  ['the kernel crate is compiled', 'rust/kernel.o', longCase],
] as const) {
  kernelCase(`Ctrl-C while ${moment} leaves nothing behind, and kdir works the next time`, async () => {
    const root = await debianRoot(trixieBackports);
    const running = await start(root, commandLine('kdir', '--yes'), { ...asUser, terminal: true });
    await running.waitFor(said);
    await sleep(1500);
    running.type('\x03');
    const { exitCode, left, output } = await running.finished;
    expect(exitCode).toBe(130);
    expect(left).toEqual([]);
    expect(output).not.toMatch(/Error|report it/);
    expect((await listFiles(root, cache)).filter((path) => !path.startsWith('logs/'))).toEqual([]);
    expect(await listFiles(root, '/tmp')).toEqual([]);
    // Whether the whole works anew is shown once, without a folder in which this rustc could link.
    const again = { ...asUser, env: { TMPDIR: '/nowhere' } };
    if (moment === 'the bindings are made') await succeed(root, commandLine('kdir', '--yes'), again);
  });
}

labCase('a mirror that has another version of the source only is no use, and kdir says so', async () => {
  const root = await debianRoot(trixieBackports);
  const headers = `linux-headers-${await releaseIn(root)}`;
  const rewrite = `sed -i '/^Package: ${headers}$/,/^$/s/^Version: .*/Version: 7.0.1-1/' /var/lib/dpkg/status`;
  await succeed(root, ['sh', '-c', rewrite]);
  const { stderr } = expectStatus(await run(root, commandLine('kdir', '--yes'), asUser), 1);
  say(stderr.trim());
  expect(stderr).toContain('7.0.1-1');
  expect(stderr).toMatch(/linux-source-7\.\d/);
  expect(await listFiles(root, '/home/lab')).not.toContainEqual(expect.stringMatching(/trees/));
});

async function releaseIn(root: Root): Promise<string> {
  const { stdout } = await succeed(root, ['sh', '-c', 'basename /usr/src/linux-headers-*-amd64']);
  return stdout.trimEnd().replace('linux-headers-', '');
}

longCase(
  'a symbol that the distribution’s kernel exports and the rebuilt one does not is an error, and no tree',
  async () => {
    const root = await debianRoot(trixieBackports);
    const invented = `f=$(echo /usr/src/linux-headers-*-amd64/Module.symvers)
    printf '0x00000000\\trust_helper_invented\\tvmlinux\\tEXPORT_SYMBOL_GPL\\t\\n' >>"$f"`;
    await succeed(root, ['sh', '-c', invented]);
    const { stderr } = expectStatus(await run(root, commandLine('kdir', '--yes'), asUser), 1);
    say(stderr.trim().split('\n').slice(-3).join('\n    '));
    expect(stderr).toContain('rust_helper_invented');
    expect(await exists(root, `${cache}/trees/${await releaseIn(root)}`)).toBe(false);
  },
);

longCase('headers that were replaced since make the tree stale, and kdir makes another', async () => {
  const { root, tree } = await backports();
  const own = await root();
  await succeed(own, ['sh', '-c', 'echo "# another build" >>"$(echo /usr/src/linux-headers-*-amd64/.config)"']);
  const report: Assessment = await probe(own, asUser);
  expect(report.target.kernel?.dir).not.toBe(tree);
  expect(report.verdicts[flavour].status).toBe('fixable');
  const { stdout } = await succeed(own, commandLine('kdir', '--yes'), asUser);
  expect(stdout.trimEnd()).toBe(tree);
  expect((await probe(own, asUser)).target.kernel?.dir).toBe(tree);
});

labCase('Debian 13’s own kernel has no CONFIG_RUST: kdir and the build refuse, each saying so', async () => {
  const root = await debianRoot(trixieReady);
  const refused = expectStatus(await run(root, commandLine('kdir', '--yes'), asUser), 1);
  say(refused.stderr.trim());
  expect(refused.stderr).toMatch(/CONFIG_RUST/);
  const words = ['new', 'upstream', '--flavour', flavour, '--yes', '--build'];
  const { stderr } = expectStatus(await run(root, commandLine(...words), asUser), 1);
  say(stderr.trim());
  expect(stderr).toMatch(/CONFIG_RUST/);
  expect(await exists(root, '/home/lab/upstream')).toBe(false);
});

labCase('a build against headers without metadata explains itself, in new and in make', async () => {
  const root = await fork(await debianRoot(trixieBackports));
  await succeed(root, commandLine('new', 'hello', '--flavour', flavour, '--yes'), asUser);
  const { exitCode, output } = await make(root, 'hello', [], asUser);
  say(output.trimEnd().split('\n').slice(-6).join('\n    '));
  expect(exitCode).not.toBe(0);
  expect(output).toContain('kernel-rust-module kdir');
});
