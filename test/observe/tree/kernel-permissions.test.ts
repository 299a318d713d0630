import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { expect, test } from 'vitest';
import type { KernelTreeFact } from '../../../src/model/facts.ts';
import { preparedTree } from '../prepared-tree.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

const source = (name: string) => JSON.stringify(join(import.meta.dirname, `../../../src/${name}.ts`));

const program = `
import { architectures } from ${source('knowledge/architectures/architectures')};
import { observeKernelTrees } from ${source('observe/tree/kernel-trees')};
const [root, kdir] = process.argv.slice(2);
console.log(JSON.stringify(observeKernelTrees({ kdir }, { arch: architectures[0], cache: null, root, withSources: false })));
`;

/** Root is stopped by no permissions, so the trees of a machine are observed as somebody else. */
async function observing(machine: PretendMachine): Promise<(dir: string) => KernelTreeFact> {
  const { root } = machine;
  chmodSync(root, 0o755);
  const file = join(root, 'observe.mjs');
  const input = machine.file('observe.ts', program);
  await build({ input, platform: 'node', output: { file, format: 'esm' }, logLevel: 'silent' });
  const nobody = process.geteuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return (dir) => {
    const argv = [file, root, join(root, dir)];
    const [tree] = JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8', cwd: '/', ...nobody }));
    return tree;
  };
}

/** Takes every permission away from those the test observes as. */
const close = (path: string) => chmodSync(path, process.geteuid?.() === 0 ? 0o700 : 0o000);

test('a folder that may not be looked into is unreadable', async () => {
  const machine = pretendMachine();
  const closed = preparedTree(machine, 'closed', '6.1');
  const observed = await observing(machine);
  close(closed);
  expect(observed('closed')).toMatchObject({ state: 'unreadable', release: null, config: {} });
  expect(observed('closed/below').state).toBe('unreadable');
  chmodSync(closed, 0o755);
  expect(observed('closed').state).toBe('headers');
});

test("an unreadable .config gives way to Kbuild's own copy, and unreadable metadata is no metadata", async () => {
  const machine = pretendMachine();
  preparedTree(machine, 'tree', '6.1');
  const observed = await observing(machine);
  close(machine.file('tree/.config', 'CONFIG_RUST=y\n'));
  close(machine.file('tree/rust/libcore.rmeta', 'rust'));
  expect(observed('tree')).toMatchObject({
    state: 'headers',
    config: { CONFIG_MODULES: 'y' },
    metadata: { rmeta: [{ name: 'libcore.rmeta', rustc: null, whole: false }] },
  });
});

test('whether this user may write into a tree is told', async () => {
  const machine = pretendMachine();
  const tree = preparedTree(machine, 'tree', '6.1');
  const observed = await observing(machine);
  chmodSync(tree, 0o555);
  expect(observed('tree').writable).toBe(false);
  chmodSync(tree, 0o777);
  expect(observed('tree').writable).toBe(true);
});
