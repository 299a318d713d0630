import { readFileSync, rmSync } from 'node:fs';
import { release } from 'node:os';
import { expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { observeAbsentKernel, parseDepends } from '../../../src/observe/tree/absent-kernel.ts';
import { architecture, host, tree } from '../../judge/facts.ts';
import { pretendMachine, testRunner } from '../pretend-machine.ts';

const answer = [
  'linux-headers-6.1.0-53-amd64',
  '  Depends: linux-headers-6.1.0-53-common',
  '  Depends: linux-kbuild-6.1',
  'linux-headers-amd64',
  '  Depends: linux-base-amd64',
  '  Depends: linux-headers-6.1.0-56-amd64',
  '<linux-headers-cloud-amd64>',
];

/** A Debian 12 whose apt answers so. */
function machine(lines: readonly string[], end = 'exit 0') {
  const pretend = pretendMachine();
  pretend.script('apt-cache', 'echo "$*" >>"$0.calls"', ...lines.map((line) => `echo '${line}'`), end);
  const look = (named: { kernel?: string; kdir?: string }, kernels = [tree({ origin: 'named', state: 'missing' })]) =>
    observeAbsentKernel(
      { named, kernels, host: host(), arch: architecture(), root: pretend.root },
      programPath(pretend.env.PATH),
      testRunner(pretend.env, 2000),
    );
  return { ...pretend, look };
}

test('apt tells which packages it has, and which release each leads to', async () => {
  const { look, file } = machine(answer);
  file('boot/vmlinuz-6.1.0-53-amd64');
  expect(await look({ kernel: '6.1.0-53-amd64' })).toMatchObject({
    release: '6.1.0-53-amd64',
    origin: 'named',
    image: expect.stringMatching(/\/boot\/vmlinuz-6\.1\.0-53-amd64$/),
    headers: { 'linux-headers-6.1.0-53-amd64': '6.1.0-53-amd64', 'linux-headers-amd64': '6.1.0-56-amd64' },
  });
});

test('an archive without the release is told from an apt without lists', async () => {
  const { look } = machine(answer.slice(3));
  expect((await look({ kernel: '6.8.12-2-pve' }))?.headers).toEqual({ 'linux-headers-amd64': '6.1.0-56-amd64' });
  const empty = machine([], 'echo "E: No packages found" >&2; exit 100');
  expect((await empty.look({ kernel: '6.8.12-2-pve' }))?.headers).toBeNull();
});

test('an apt that does not answer, or is not there, is no trouble', async () => {
  const { look } = machine([], 'sleep 60');
  expect((await look({ kernel: '6.1.0-53-amd64' }))?.headers).toBeNull();
  const { look: bare, root } = machine([]);
  rmSync(`${root}/bin/apt-cache`);
  expect((await bare({ kernel: '6.1.0-53-amd64' }))?.headers).toBeNull();
});

test('apt is asked for no name that is none', async () => {
  const { look, root } = machine(answer);
  await look({ kernel: '6.1 --option' });
  expect(readFileSync(`${root}/bin/apt-cache.calls`, 'utf8')).toBe('depends --important linux-headers-amd64\n');
});

test('a kernel whose tree is here is not absent, and apt is not asked', async () => {
  const { look } = machine(answer);
  expect(await look({ kernel: '6.1.0-56-amd64' }, [tree({ origin: 'named' })])).toBeNull();
  expect(await look({ kdir: '/k' })).toBeNull();
  expect(await look({}, [tree({ origin: 'running', release: release() })])).toBeNull();
});

test('with another tree at hand apt is asked only for kernels that somebody is known to package', async () => {
  const { look } = machine(answer);
  expect(await look({}, [tree()])).toMatchObject({ release: release(), origin: 'running' });
});

test('a name in the first column counts only if it was asked for', () => {
  expect(parseDepends('a\n  Depends: linux-headers-1.2\nb\n', ['b'], '1.2')).toEqual({ b: '' });
});
