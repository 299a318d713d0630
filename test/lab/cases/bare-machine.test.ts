import { execa } from 'execa';
import { expect } from 'vitest';
import { labCase, longCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { readFile } from '../files.ts';
import { once } from '../once.ts';
import { commandLine, probe } from '../product.ts';
import { fork, type Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import { start } from '../start.ts';
import { bookworm } from '../systems.ts';

const clone = '/root/checkout';
const inClone = { cwd: clone };

const cloned = once(async () => {
  const root = await debianRoot(bookworm);
  const trusted = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
  await succeed(root, ['git', 'clone', '--quiet', '/lab/repository', clone], { env: trusted });
  const { seconds } = await succeed(root, ['npm', 'ci'], inClone);
  say(`npm ci took ${seconds.toFixed(0)} s`);
  return root;
});

/** Every file written to a root, with size, mode and time; what npm and apt keep about their own runs left out. */
async function traces({ upper }: Root): Promise<string> {
  const skip = ['tmp', 'root/.npm', 'var/cache/apt'].flatMap((path) => ['-path', `${upper}/${path}`, '-prune', '-o']);
  return (await execa('find', [upper, ...skip, '!', '-type', 'd', '-printf', '%P %s %m %T@\\n'])).stdout;
}

/** What one boot said: the module's own lines, the word that only this boot knew, and the last line. */
function readBoot(stdout: string): { lines: string[]; token: string; last: string } {
  const lines = stdout.split('\n').filter((line) => /\] hello: /.test(line));
  const tokens = new Set(lines.flatMap((line) => /token (\w+)/.exec(line)?.[1] ?? []));
  expect([...tokens]).toHaveLength(1);
  return { lines, token: [...tokens].join(), last: stdout.trimEnd().split('\n').at(-1) ?? '' };
}

labCase(
  'without a terminal and without --yes, npm start prints the commands, changes nothing and exits with 1',
  async () => {
    const root = await fork(await cloned());
    await succeed(root, ['true']);
    const before = await traces(root);
    const { output } = expectStatus(await run(root, ['npm', 'start'], inClone), 1);
    expect(output).toMatch(/apt-get update/);
    expect(output).toMatch(/apt-get install .*rustc-web/);
    expect(await traces(root)).toBe(before);
  },
);

labCase('at a terminal, set-up asks first, and a no changes nothing', async () => {
  const root = await fork(await cloned());
  await succeed(root, ['true']);
  const before = await traces(root);
  const asking = await start(root, commandLine('setup'), { terminal: true });
  await asking.waitFor('Run these commands now?');
  asking.type('n\r');
  const { output } = expectStatus(await asking.finished, 1);
  expect(output).toContain('Nothing was changed');
  expect(await traces(root)).toBe(before);
});

labCase('npm start -- --yes leads from a bare machine to a module loaded in Debian’s own kernel, twice', async () => {
  const root = await fork(await cloned());
  const before = await probe(root);
  expect(before.verdicts.freestanding.status).toBe('fixable');
  expect(before.verdicts['rust-for-linux'].status).toBe('blocked');
  const first = expectStatus(await run(root, ['npm', 'start', '--', '--yes'], { ...inClone, seconds: 1500 }), 0);
  const boot = readBoot(first.stdout);
  say(`the first time took ${first.seconds.toFixed(0)} s:\n    ${[...boot.lines, boot.last].join('\n    ')}`);
  expect(boot.lines.length).toBeGreaterThanOrEqual(2);
  expect(boot.last).toMatch(/boot OK|loaded and unloaded/);
  expect((await probe(root)).verdicts.freestanding.status).toBe('ready');

  const second = expectStatus(await run(root, ['npm', 'start', '--', '--yes'], inClone), 0);
  say(`the second time took ${second.seconds.toFixed(0)} s`);
  expect(readBoot(second.stdout).token).not.toBe(boot.token);
  expect((await succeed(root, ['git', 'status', '--porcelain'], inClone)).stdout).toBe('');
  await expectStockKernel(root);
});

/** The image that was booted is byte for byte the one in Debian's package. */
async function expectStockKernel(root: Root): Promise<void> {
  const log = await readFile(root, `${clone}/hello/boot.log`);
  const release = /Linux version (\S+)/.exec(log)?.[1];
  const booted = `/root/.cache/kernel-rust-module/kernels/${release}/vmlinuz`;
  const script = `cd /tmp && apt-get -qq download linux-image-$1 && dpkg-deb --fsys-tarfile linux-image-$1_*.deb |
    tar -xO ./boot/vmlinuz-$1 | sha256sum && sha256sum <$2`;
  const { stdout } = await succeed(root, ['sh', '-c', script, 'sh', release ?? '', booted]);
  const [packaged, used] = stdout.trim().split('\n');
  say(`booted Linux ${release}, image ${used}`);
  expect(used).toBe(packaged);
}

longCase(
  'npm test passes on the bare machine, and what that leaves out for want of programs passes with them',
  async () => {
    const root = await fork(await cloned());
    const { seconds } = await succeed(root, ['npm', 'test'], { ...inClone, seconds: 900 });
    say(`npm test took ${seconds.toFixed(0)} s`);
    await succeed(root, ['apt-get', 'update']);
    await succeed(root, ['apt-get', 'install', '--yes', '--no-install-recommends', 'gcc', 'make', 'xz-utils']);
    const left = ['test/kdir', 'test/explain', 'test/scaffold/busybox.test.ts'];
    const { output } = await succeed(root, ['npx', 'vitest', 'run', ...left], inClone);
    expect(output).not.toMatch(/NOT TESTED|skipped/);
  },
);
