import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { observeKernelTree } from '../../../src/observe/tree/kernel-tree.ts';
import { placeOf } from '../../../src/system/files/tree-path.ts';
import { architecture } from '../architecture.ts';
import { preparedTree } from '../prepared-tree.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

const files = [
  '.config',
  'Makefile',
  'Module.symvers',
  'include/config/kernel.release',
  'rust/libcore.rmeta',
  'rust/libmacros.so',
  'scripts/min-tool-version.sh',
  'scripts/target.json',
];

const nothing = {
  state: 'not-a-tree',
  release: null,
  version: null,
  minimumTools: null,
  config: {},
  moduleSymvers: false,
  metadata: {
    rmeta: [{ name: 'libcore.rmeta', rustc: null, whole: false, target: null }],
    so: [{ name: 'libmacros.so', machine: null, whole: false, rustc: null }],
    targetSpec: false,
    rustc: null,
  },
  image: null,
};

function observed({ root }: PretendMachine) {
  const dir = join(root, 'tree');
  return observeKernelTree(dir, 'named', placeOf(dir), { arch: architecture(), cache: null, root });
}

test('folders where files should be are observed without an error', () => {
  const machine = pretendMachine();
  for (const path of files) machine.folder(`tree/${path}`);
  expect(observed(machine)).toMatchObject(nothing);
});

test('nobody waits for named pipes where files should be', () => {
  const machine = pretendMachine();
  for (const path of files) {
    machine.folder(join('tree', path, '..'));
    execFileSync('mkfifo', [join(machine.root, 'tree', path)]);
  }
  expect(observed(machine)).toMatchObject(nothing);
});

test('links that lead in circles or nowhere are observed without an error', () => {
  const machine = pretendMachine();
  for (const path of files)
    machine.link(`tree/${path}`, path.endsWith('.config') ? '/nowhere' : path.replace(/.*\//, ''));
  expect(observed(machine)).toMatchObject(nothing);
  const looped = pretendMachine();
  for (const folder of ['scripts', 'rust', 'include', 'source']) looped.link(`tree/${folder}`, folder);
  expect(observed(looped)).toMatchObject({ state: 'not-a-tree', metadata: { rmeta: [], so: [] } });
  expect(observed(looped).dangling).toEqual(['include', 'rust', 'scripts', 'source']);
});

test('of half a gigabyte only what a configuration could have is read', () => {
  const machine = pretendMachine();
  preparedTree(machine, 'tree', '6.1');
  for (const path of [...files, 'include/config/auto.conf'].filter(
    (file) => file !== 'include/config/kernel.release',
  )) {
    truncateSync(machine.file(`tree/${path}`, 'CONFIG_RUST=y\n'), 500 * 1024 * 1024);
  }
  const before = process.memoryUsage().rss;
  expect(observed(machine)).toMatchObject({ state: 'headers', config: { CONFIG_RUST: 'y' }, minimumTools: null });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

test('empty files are neither metadata nor macros, and not whole', () => {
  const machine = pretendMachine();
  for (const path of files) machine.file(`tree/${path}`);
  expect(observed(machine).metadata).toMatchObject({ ...nothing.metadata, targetSpec: true });
});
