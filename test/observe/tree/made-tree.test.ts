import { createHash } from 'node:crypto';
import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { KernelTreeFact } from '../../../src/model/facts.ts';
import { type KdirManifest, renderManifest } from '../../../src/model/tree-manifest.ts';
import { type NamedTree, observeKernelTrees } from '../../../src/observe/tree/kernel-trees.ts';
import { architecture } from '../architecture.ts';
import { preparedTree } from '../prepared-tree.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

const release = '7.3.4+deb13-amd64';
const config = 'CONFIG_RUST=y\n';
const symvers = '0x00000000\tprintk\tvmlinux\tEXPORT_SYMBOL\t\n';

let machine: PretendMachine;
let headers: string;
let tree: string;

/** Headers, and the tree that was made of them. Links to the headers make no difference to who only reads. */
beforeEach(() => {
  machine = pretendMachine();
  headers = preparedTree(machine, `usr/src/linux-headers-${release}`, release);
  machine.file(`usr/src/linux-headers-${release}/.config`, config);
  machine.file(`usr/src/linux-headers-${release}/Module.symvers`, symvers);
  machine.link(`lib/modules/${release}/build`, headers);
  tree = preparedTree(machine, `cache/trees/${release}`, release);
  machine.file(`cache/trees/${release}/kernel-rust-module.json`, manifest());
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function manifest(overrides: Partial<KdirManifest> = {}): string {
  return renderManifest({
    format: 1,
    generator: { name: 'test', version: '1.2.3' },
    release,
    vermagic: `${release} SMP preempt mod_unload `,
    architecture: 'x86_64',
    rustc: 'rustc 1.85.1 (4eb161250 2025-03-15)',
    bindgen: 'bindgen 0.71.1',
    source: { package: 'linux-source-7.3', version: '7.3.4-1' },
    headers,
    stock: { '.config': sha256(config), 'Module.symvers': sha256(symvers) },
    files: { 'rust/libcore.rmeta': sha256('') },
    ...overrides,
  });
}

function found(named: NamedTree = {}): KernelTreeFact[] {
  const { root } = machine;
  return observeKernelTrees(named, { arch: architecture(), cache: join(root, 'cache'), root, withSources: false });
}

it.each<[string, () => NamedTree, KernelTreeFact['origin']]>([
  ['are found', () => ({}), 'installed'],
  ['are named by their release', () => ({ kernel: release }), 'named'],
  ['are named by their folder', () => ({ kdir: headers }), 'named'],
])('takes the place of its headers where they %s', (_, named, origin) => {
  expect(found(named())).toMatchObject([
    { dir: tree, origin, release, state: 'headers', made: { dir: tree, headers, broken: null, changed: [] } },
  ]);
});

it.each(['.config', 'Module.symvers'])('leaves headers in their place whose %s has changed since', (file) => {
  machine.file(`usr/src/linux-headers-${release}/${file}`, 'another');
  expect(found()).toMatchObject([
    { dir: join(machine.root, 'lib/modules', release, 'build'), made: { dir: tree, headers, changed: [file] } },
  ]);
});

it('leaves headers in their place where the manifest cannot be read, and says why', () => {
  machine.file(`cache/trees/${release}/kernel-rust-module.json`, '{');
  const [fact] = found();
  expect(fact?.dir).not.toBe(tree);
  expect(fact?.made).toMatchObject({ dir: tree, headers: null, changed: [] });
  expect(fact?.made?.broken).toContain('is no manifest of a kernel tree');
});

it('leaves headers in their place where the tree is not whole', () => {
  renameSync(join(tree, 'scripts'), join(tree, 'elsewhere'));
  expect(found()).toMatchObject([{ made: { dir: tree, broken: `${tree} is no longer whole.` } }]);
});

it('does not serve other headers of the same release', () => {
  const copy = join(machine.root, 'copy');
  cpSync(headers, copy, { recursive: true });
  expect(found({ kdir: copy })).toMatchObject([{ dir: copy, made: null }]);
});

it('is looked at by itself where it is named, whatever became of its headers', () => {
  expect(found({ kdir: tree })).toMatchObject([{ dir: tree, origin: 'named', made: { dir: tree, changed: [] } }]);
  machine.file(`usr/src/linux-headers-${release}/.config`, 'another');
  expect(found({ kdir: tree })).toMatchObject([{ dir: tree, made: { dir: tree, changed: ['.config'] } }]);
});

it('is not there for headers that none was made of', () => {
  preparedTree(machine, 'usr/src/linux-headers-7.4', '7.4');
  expect(found({ kernel: '7.4' })).toMatchObject([{ made: null }]);
});

it('tells which of its own files are gone, and of a version that left some out', () => {
  machine.file(`cache/trees/${release}/rust/libcore.rmeta`);
  const [whole] = found();
  expect(whole?.made).not.toHaveProperty('lacks');
  expect(whole?.made).toMatchObject({ older: true });
  const files = { 'rust/libcore.rmeta': sha256(''), 'rust/kernel/generated_arch_warn_asm.rs': sha256('') };
  machine.file(`cache/trees/${release}/kernel-rust-module.json`, manifest({ format: 2, files }));
  const [fact] = found();
  expect(fact?.made).toMatchObject({ dir: tree, lacks: ['rust/kernel/generated_arch_warn_asm.rs'] });
  expect(fact?.made).not.toHaveProperty('older');
});
