import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ObserveOptions } from '../../src/observe/observe.ts';
import { observed, toolFacts } from './observed.ts';
import { preparedTree } from './prepared-tree.ts';
import { type PretendMachine, pretendMachine, replay } from './pretend-machine.ts';

/** Debian 13 with everything the probe asks about. */
function fullMachine(): PretendMachine {
  const machine = pretendMachine();
  const recordings = {
    'rustc-1.63': 'rustc-1.63.0',
    bindgen: 'bindgen-0.71.1',
    clang: 'clang-19',
    'llvm-config': 'llvm-config-19',
    'ld.lld': 'lld-19',
    ld: 'ld-2.40',
    gcc: 'gcc-14',
    make: 'make-4.3',
    pahole: 'pahole-1.30',
    'qemu-system-x86_64': 'qemu-10.0',
    busybox: 'busybox-1.35',
  };
  for (const [name, recording] of Object.entries(recordings)) machine.answering(name, recording);
  machine.script(
    'rustc',
    'case "$*" in',
    '-vV)',
    ...replay('rustc-1.85.1'),
    ';;',
    `*) echo ${machine.root}/usr ;;`,
    'esac',
  );
  return machine;
}

test('a machine with everything gives every fact, each tool asked once and rustc twice', async () => {
  const machine = fullMachine();
  preparedTree(machine, 'usr/src/linux-headers-6.12', '6.12');
  const facts = await observed(machine);
  const tools = toolFacts(facts);
  expect(tools).toHaveLength(12);
  for (const tool of tools) expect(tool).toMatchObject({ outcome: 'ok', version: expect.stringMatching(/^\d/) });
  expect(facts.rustcs.map(({ version }) => version)).toEqual(['1.85.1', '1.63.0']);
  expect(facts.kernels).toMatchObject([{ origin: 'installed', release: '6.12', state: 'headers' }]);
  expect(facts.commands).toHaveLength(14);
  expect(facts.commands.every(({ exitCode }) => exitCode === 0)).toBe(true);
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});

test('what only the goal kernel takes is looked at for it alone, and costs no command otherwise', async () => {
  const machine = fullMachine();
  machine.script('gcc', '[ "$1" = -v ] || exec /bin/echo \'gcc version "14.2.0"\'', ...replay('gcc-14'));
  const without = await observed(machine, { goals: ['rust-for-linux', 'freestanding', 'boot'] });
  expect(without).toMatchObject({ cc: null, preparation: null, bindgens: [{ libclang: null, defects: [] }] });
  const facts = await observed(machine, { goals: ['kernel'] });
  expect(facts).toMatchObject({
    cc: { outcome: 'ok', family: 'GCC' },
    preparation: { tools: { flex: null }, libraries: { libelf: false } },
    bindgens: [{ version: '0.71.1', libclang: { outcome: 'garbage' } }],
  });
  expect(facts.commands.length).toBe(without.commands.length + 2);
});

test('CC, LLVM and CROSS_COMPILE make the compiler they ask for a fact, whatever the goal', async () => {
  const machine = fullMachine();
  machine.answering('clang-19', 'cc-clang-19');
  const facts = await observed(machine, { env: { ...machine.env, LLVM: '-19', CC: '' } });
  expect(facts).toMatchObject({ cc: { version: '19.1.7', family: 'Clang' }, environment: { LLVM: '-19' } });
});

test("LLVM's suffix makes ld.lld of that name a fact, and its other tools cost no command", async () => {
  const machine = fullMachine();
  const without = await observed(machine);
  machine.answering('ld.lld-19', 'lld-19');
  machine.script('llvm-nm-19', 'exit 1');
  const facts = await observed(machine, { env: { ...machine.env, LLVM: '-19', CC: 'gcc' } });
  expect(facts.lld?.path).toBe(join(machine.bin, 'ld.lld-19'));
  expect(facts.llvmTools).toMatchObject({ 'llvm-nm': { outcome: 'ok' }, 'llvm-link': null });
  expect(facts.commands.length).toBe(without.commands.length + 1);
});

test('an empty machine gives empty facts and runs nothing', async () => {
  const facts = await observed(pretendMachine());
  expect(facts).toMatchObject({
    rustcs: [],
    rustup: null,
    clang: null,
    llvmConfigs: [],
    gccs: [],
    make: null,
    qemu: null,
  });
  expect(facts.kernels).toEqual([]);
  expect(facts.commands).toEqual([]);
});

test('tools that all hang cost one time limit together', async () => {
  const machine = pretendMachine();
  for (const name of ['rustc', 'clang', 'llvm-config', 'gcc', 'make', 'busybox'])
    machine.script(name, 'exec /bin/sleep 30');
  const started = performance.now();
  const facts = await observed(machine, { timeoutMs: 700 });
  expect(performance.now() - started).toBeLessThan(4000);
  expect([...facts.rustcs, ...facts.gccs, facts.clang, facts.make, facts.busybox].map((tool) => tool?.outcome)).toEqual(
    Array.from({ length: 5 }, () => 'timeout'),
  );
  expect(facts.commands.every(({ timedOut }) => timedOut)).toBe(true);
});

test('a machine of broken tools is observed without an error', async () => {
  const machine = pretendMachine();
  machine.folder('bin/clang');
  machine.file('bin/make', 'not executable');
  machine.file('bin/ld', Buffer.from([0, 1, 2, 255]), 0o755);
  machine.link('bin/gcc', '/nowhere');
  machine.script('rustc', 'kill -KILL $$');
  machine.script('busybox', "printf '\\033[2J\\377\\377\\n'");
  machine.script('llvm-config', '/usr/bin/head -c 100000000 /dev/zero');
  const facts = await observed(machine);
  expect(facts.clang).toBeNull();
  expect(facts.gccs).toEqual([]);
  expect(facts).toMatchObject({
    make: { outcome: 'not-runnable' },
    ld: { outcome: 'not-runnable' },
    rustcs: [{ outcome: 'crash' }],
    busybox: { outcome: 'garbage', line: '\ufffd\ufffd' },
    llvmConfigs: [{ outcome: 'garbage', line: '' }],
  });
});

test('the tree is the option, else the release, else KDIR', async () => {
  const machine = pretendMachine();
  const env = { ...machine.env, KDIR: join(machine.root, 'from-env') };
  const dirOf = async (options: Partial<ObserveOptions>) =>
    (await observed(machine, options)).kernels.map(({ dir }) => dir);
  expect(await dirOf({ env })).toEqual([join(machine.root, 'from-env')]);
  expect(await dirOf({ env, kernel: '6.1' })).toEqual([join(machine.root, 'lib/modules/6.1/build')]);
  expect(await dirOf({ env, kdir: '/nowhere' })).toEqual(['/nowhere']);
});

test('BINDGEN and RUST_LIB_SRC are honoured, the latter for every rustc, as make does', async () => {
  const machine = fullMachine();
  machine.file('src/library/core/src/lib.rs');
  const bindgen = machine.script('opt/my-bindgen', 'echo bindgen 0.72.1');
  const library = join(machine.root, 'src/library');
  const facts = await observed(machine, { env: { ...machine.env, BINDGEN: bindgen, RUST_LIB_SRC: library } });
  expect(facts.bindgens[0]).toMatchObject({ path: bindgen, version: '0.72.1' });
  expect(facts.rustcs.map(({ librarySource }) => librarySource)).toEqual([library, library]);
});
