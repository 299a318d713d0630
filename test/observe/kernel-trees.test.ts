import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { release as runningRelease } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { type NamedTree, observeKernelTrees } from '../../src/observe/kernel-trees.ts';
import { preparedTree } from './prepared-tree.ts';
import { type PretendMachine, pretendMachine } from './pretend-machine.ts';

function found({ root }: PretendMachine, named: NamedTree = {}): string[] {
  return observeKernelTrees(named, null, root).map(
    ({ origin, dir, state }) => `${origin} ${relative(root, dir)} ${state}`,
  );
}

/** Debian's layout: headers, the part they share, and the link from the modules' folder. */
function installHeaders(machine: PretendMachine, release: string): void {
  preparedTree(machine, `usr/src/linux-headers-${release}`, release);
  machine.file(`usr/src/linux-headers-${release}-common/Makefile`);
  machine.file(`usr/src/linux-headers-${release}-common/scripts/Makefile.build`);
  machine.link(`lib/modules/${release}/build`, join(machine.root, `usr/src/linux-headers-${release}`));
}

test('a machine without kernel trees has none', () => {
  expect(found(pretendMachine())).toEqual([]);
});

test('installed trees come from the newest to the oldest, each once and without what they share', () => {
  const machine = pretendMachine();
  for (const release of ['6.1.0-9-amd64', '6.12.107+deb13-amd64', '6.1.0-56-amd64']) installHeaders(machine, release);
  preparedTree(machine, 'usr/src/linux-headers-7.3', '7.3.4');
  machine.file('usr/src/linux-headers-notes', 'a file');
  machine.link('lib/modules/6.2/build', '/nowhere');
  expect(found(machine)).toEqual([
    'installed usr/src/linux-headers-7.3 headers',
    'installed lib/modules/6.12.107+deb13-amd64/build headers',
    'installed lib/modules/6.1.0-56-amd64/build headers',
    'installed lib/modules/6.1.0-9-amd64/build headers',
  ]);
});

test("the running kernel's tree comes first, in whatever state it is", () => {
  const machine = pretendMachine();
  installHeaders(machine, '99.1');
  machine.folder(`lib/modules/${runningRelease()}/build`);
  expect(found(machine)).toEqual([
    `running lib/modules/${runningRelease()}/build not-a-tree`,
    'installed lib/modules/99.1/build headers',
  ]);
});

test('a named folder is looked at alone, whatever it is', () => {
  const machine = pretendMachine();
  installHeaders(machine, '6.1.0-56-amd64');
  machine.file('file');
  expect(found(machine, { kdir: join(machine.root, 'gone') })).toEqual(['named gone missing']);
  expect(found(machine, { kdir: join(machine.root, 'file') })).toEqual(['named file not-a-folder']);
  expect(found(machine, { kdir: join(machine.root, 'usr/src/linux-headers-6.1.0-56-amd64') })).toEqual([
    'named usr/src/linux-headers-6.1.0-56-amd64 headers',
  ]);
});

test('a named release is looked for among the modules, then among the headers', () => {
  const machine = pretendMachine();
  installHeaders(machine, '6.1.0-56-amd64');
  preparedTree(machine, 'usr/src/linux-headers-7.3', '7.3');
  expect(found(machine, { kernel: '6.1.0-56-amd64' })).toEqual(['named lib/modules/6.1.0-56-amd64/build headers']);
  expect(found(machine, { kernel: '7.3' })).toEqual(['named usr/src/linux-headers-7.3 headers']);
  expect(found(machine, { kernel: '5.0' })).toEqual(['named lib/modules/5.0/build missing']);
});

/** Root sees no permissions, so the question is asked as somebody else. */
test('a folder that may not be looked into is unreadable', async () => {
  const machine = pretendMachine();
  preparedTree(machine, 'closed', '6.1');
  chmodSync(machine.root, 0o755);
  chmodSync(join(machine.root, 'closed'), 0o700);
  const { build } = await import('rolldown');
  const source = join(import.meta.dirname, '../../src/observe/kernel-state.ts');
  const entry = machine.file(
    'state.ts',
    `import { treeState } from '${source}'; console.log(treeState(process.argv[2] ?? ''));`,
  );
  const file = join(machine.root, 'state.mjs');
  await build({ input: entry, platform: 'node', output: { file, format: 'esm' }, logLevel: 'silent' });
  if (process.geteuid?.() !== 0) chmodSync(join(machine.root, 'closed'), 0o000);
  const nobody = process.geteuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const ask = (dir: string) =>
    execFileSync(process.execPath, [file, join(machine.root, dir)], { encoding: 'utf8', cwd: '/', ...nobody }).trim();
  expect(ask('closed')).toBe('unreadable');
  expect(ask('closed/below')).toBe('unreadable');
  chmodSync(join(machine.root, 'closed'), 0o755);
  expect(ask('closed')).toBe('headers');
});
