import { expect } from 'vitest';
import { longCase } from '../case.ts';
import { recordCell } from '../cells.ts';
import { debianRoot } from '../debian.ts';
import { buildEachMacro } from '../each-macro.ts';
import { exists, listFiles } from '../files.ts';
import { asUser, userCache as cache } from '../kdir.ts';
import { exerciseKind } from '../kinds.ts';
import { once } from '../once.ts';
import { commandLine, probe } from '../product.ts';
import { fork } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import { sidBare, sidCross, withRust } from '../systems-sid-cross.ts';

const flavour = 'rust-for-linux';
const oneCommand = (name: string, architecture: string) =>
  commandLine('new', name, '--arch', architecture, '--flavour', flavour, '--setup', '--build', '--boot', '--yes');

/** What set-up, tree, module and boot come to by one command, for each architecture once. */
const grounds = withRust.map(({ architecture, kernel }) => ({
  architecture,
  kernel,
  ground: once(async () => {
    const root = await debianRoot(sidCross);
    const before = await probe(root, asUser);
    const made = await succeed(root, oneCommand('hello', architecture), { ...asUser, seconds: 2400 });
    return { root, before, made };
  }),
}));

for (const { architecture, kernel, ground } of grounds) {
  longCase(
    `${architecture}: one command of an ordinary user leads to a module loaded in sid's stock kernel`,
    async () => {
      const { root, before, made } = await ground();
      const timed = made.stderr.split('\n').filter((line) => /: (?:\d+ min )?\d+ s$/.test(line));
      say([`it took ${made.seconds.toFixed(0)} s`, ...timed].join('\n    '));
      const [, release = ''] =
        /hello: boot OK: loaded and unloaded in Linux (7\.\S+)/.exec(made.stdout + made.stderr) ?? [];
      expect(release).toMatch(new RegExp(`-${kernel}$`));
      expect(made.left).toEqual([]);

      const own = await fork(root);
      expect(await listFiles(own, `${cache}/work`)).toEqual([]);
      const scripts = await listFiles(own, `${cache}/trees/${release}/scripts`);
      expect(scripts).toEqual(['Makefile', 'generate_rust_analyzer.py']);
      const again = await succeed(own, commandLine('kdir', '--arch', architecture, '--yes'), asUser);
      say(`the second time, kdir took ${again.seconds.toFixed(1)} s`);
      expect(again.stdout).toBe(`${cache}/trees/${release}\n`);
      expect(again.stderr).toContain('is there, whole');
      expect(again.stderr).not.toContain('Unpacking');

      const sample = { flavour, kind: 'hello', architecture } as const;
      const { output: _, ...figures } = await exerciseKind(own, sample, new RegExp(`-${kernel}$`), asUser);
      recordCell({ architecture, flavour, ...figures, result: 'loaded' });

      // What this machine has of its own is as it was, and the new tree is taken for no other architecture's.
      const after = await probe(own, asUser);
      expect(after.target.kernel).toEqual(before.target.kernel);
      expect(after.kernels).toEqual(before.kernels);
    },
  );
}

longCase('trees for several architectures lie beside each other, each taken for its own alone', async () => {
  const [first] = grounds;
  const { root } = (await first?.ground()) ?? expect.fail('no architecture');
  const own = await fork(root);
  const words = ['--for', flavour, '--format', 'json'];
  for (const { architecture } of withRust.slice(1)) {
    await succeed(own, commandLine('setup', '--arch', architecture, '--for', 'boot', '--yes'), asUser);
    const { stdout } = await run(own, commandLine('probe', '--arch', architecture, ...words), asUser);
    const { verdicts, target } = JSON.parse(stdout);
    expect(verdicts[flavour].status).toBe('fixable');
    expect(target.kernel.dir).toContain('/foreign/');
  }
});

for (const kind of ['params', 'sync', 'misc-device']) {
  longCase(`arm64: ${flavour} ${kind} is exercised in sid's stock kernel`, async () => {
    const { root } = (await grounds[0]?.ground()) ?? expect.fail('no architecture');
    await exerciseKind(await fork(root), { flavour, kind, architecture: 'arm64' }, /^7\..*-arm64$/, asUser);
  });
}

longCase('arm64: modules that use each exported macro of the kernel crate are built across', async () => {
  const { root, made } = (await grounds[0]?.ground()) ?? expect.fail('no architecture');
  const [, release = ''] = /loaded and unloaded in Linux (7\.\S+)/.exec(made.stdout + made.stderr) ?? [];
  const words = ['ARCH=arm64', 'CROSS_COMPILE=aarch64-linux-gnu-'];
  await buildEachMacro(await fork(root), `${cache}/trees/${release}`, words);
});

longCase('headers of another version than the source to be had are no use, and kdir names both', async () => {
  const { root } = (await grounds[0]?.ground()) ?? expect.fail('no architecture');
  const own = await fork(root);
  const rewrite = `sed -i 's/Debian [^ ]* /Debian 7.2.1-1 /' "$(echo ${cache}/foreign/arm64/7*/usr/src/linux-headers-*-arm64/include/generated/utsversion.h)"
    rm -r ${cache}/trees`;
  await succeed(own, ['sh', '-ec', rewrite]);
  const { stderr } = expectStatus(await run(own, commandLine('kdir', '--arch', 'arm64', '--yes'), asUser), 1);
  say(stderr.trim());
  expect(stderr).toMatch(/needs linux-source-7\.2 7\.2\.1-1, .* lists have linux-source-7\.2 7\.2\.\d+-\d/);
  expect(await exists(own, `${cache}/trees`)).toBe(false);
});

longCase('arm64: one command brings all of it to a system with nothing, packages and headers and tree', async () => {
  const root = await debianRoot(sidBare);
  const words = ['probe', '--arch', 'arm64', '--for', flavour, '--format', 'json'];
  const { stdout } = expectStatus(await run(root, commandLine(...words)), 1);
  expect(JSON.parse(stdout).verdicts[flavour].status).toBe('fixable');
  const setup = ['setup', '--arch', 'arm64', '--for', flavour, '--yes'];
  const { seconds, stderr } = await succeed(root, commandLine(...setup), { seconds: 1800 });
  say(`it took ${seconds.toFixed(0)} s: ${stderr.trimEnd().split('\n').at(-1)}`);
  expect(JSON.parse((await succeed(root, commandLine(...words))).stdout).verdicts[flavour].status).toBe('ready');
});
