import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { observeRustc } from '../../../src/observe/rust/rustc.ts';
import { rustcCandidates } from '../../../src/observe/rust/rustc-candidates.ts';
import { type PretendMachine, pretendMachine, replay, testRunner } from '../pretend-machine.ts';

/** Writes a rustc that replays two recordings: one of `-vV`, one of what it says about the target. */
function rustc(machine: PretendMachine, version: string, target: string, exitCode = 0): void {
  machine.script(
    'rustc',
    'case "$*" in',
    ...['-vV)', ...replay(version), ';;'],
    ...['*--target*)', '{', ...replay(target), `} | /bin/sed '1s,^/,${machine.root}/,'`, `exit ${exitCode} ;;`],
    `*) echo ${machine.root}/usr ;;`,
    'esac',
  );
}

async function observed(machine: PretendMachine, timeoutMs?: number, extra: NodeJS.ProcessEnv = {}) {
  const env = { ...machine.env, ...extra };
  const runner = testRunner(env, timeoutMs);
  const { candidates } = rustcCandidates(env, programPath(env.PATH));
  const facts = await Promise.all(candidates.map((one) => observeRustc(one, runner, 'x86_64-unknown-none', undefined)));
  return { facts, commands: runner.commands };
}

test.each([
  ['1.63.0', 'rustc 1.63.0', '14.0.6'],
  ['1.85.1', 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)', '19.1.7'],
  ['1.96.0', 'rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)', '22.1.8'],
])('rustc %s as recorded from Debian tells all in two runs', async (version, line, llvmVersion) => {
  const machine = pretendMachine();
  rustc(machine, `rustc-${version}`, `rustc-${version}-target`);
  const { facts, commands } = await observed(machine);
  expect(facts).toEqual([
    {
      path: join(machine.bin, 'rustc'),
      outcome: 'ok',
      version,
      line,
      origin: 'path',
      host: 'x86_64-unknown-linux-gnu',
      llvmVersion,
      sysroot: join(machine.root, 'usr'),
      librarySource: null,
      librarySourceVersion: null,
      llvmBackend: true,
    },
  ]);
  expect(commands).toHaveLength(2);
});

test('a nightly has the version it will become', async () => {
  const machine = pretendMachine();
  rustc(machine, 'rustc-1.97.0-nightly', 'rustc-1.96.0-target');
  const { facts } = await observed(machine);
  expect(facts).toMatchObject([{ version: '1.97.0', line: 'rustc 1.97.0-nightly (e50aa6fba 2026-05-19)' }]);
});

test.each([
  ['1.85.1', 1],
  ['1.96.0', 101],
])('a rustc %s whose LLVM lacks the back end says so, and its sysroot is still learned', async (version, exitCode) => {
  const machine = pretendMachine();
  rustc(machine, `rustc-${version}`, `rustc-${version}-no-back-end`, exitCode);
  const { facts } = await observed(machine);
  expect(facts).toMatchObject([{ outcome: 'ok', version, llvmBackend: false, sysroot: `${machine.root}/usr` }]);
});

test.each(['1.85.1', '1.96.0'])('a target that rustc %s does not know leaves the back end open', async (version) => {
  const machine = pretendMachine();
  machine.file('usr/lib/rustlib/src/rust/library/core/src/lib.rs');
  rustc(machine, `rustc-${version}`, `rustc-${version}-unknown-target`, 1);
  const { facts } = await observed(machine);
  const library = `${machine.root}/usr/lib/rustlib/src/rust/library`;
  expect(facts).toMatchObject([
    { outcome: 'ok', llvmBackend: null, sysroot: `${machine.root}/usr`, librarySource: library },
  ]);
});

test('a rustc that hangs, one that crashes and one that talks nonsense are told apart', async () => {
  const machine = pretendMachine();
  machine.script('rustc', 'exec /bin/sleep 30');
  machine.script('rustc-1.3', 'kill -SEGV $$');
  machine.script('rustc-1.2', 'echo "sysroot"');
  machine.file('bin/rustc-1.1', '', 0o644);
  const { facts } = await observed(machine, 2000);
  expect(facts.map(({ outcome }) => outcome)).toEqual(['timeout', 'crash', 'garbage', 'not-runnable']);
  for (const fact of facts)
    expect(fact).toMatchObject({ version: null, host: null, sysroot: null, librarySource: null });
  expect(facts.map(({ llvmBackend }) => llvmBackend)).toEqual([null, null, true, null]);
});

test('a rustc that the environment names and that is not there cannot be run', async () => {
  const { facts, commands } = await observed(pretendMachine(), 500, { RUSTC: '/nowhere/rustc' });
  expect(facts).toMatchObject([{ path: '/nowhere/rustc', origin: 'environment', outcome: 'missing', sysroot: null }]);
  expect(commands).toEqual([]);
});

test("rustup's shim is never run, however it is named and whatever it would do", async () => {
  const machine = pretendMachine();
  const marker = join(machine.root, 'downloaded');
  machine.script('rustup', `echo > ${marker}`);
  machine.link('bin/rustc', 'rustup');
  machine.link('bin/rustc-1.85', 'rustup');
  machine.script('home/.rustup/toolchains/stable/bin/rustc', ...replay('rustc-1.95.0'));
  machine.file('home/.rustup/settings.toml', 'default_toolchain = "stable"\n');
  for (const RUSTC of [undefined, 'rustc', join(machine.bin, 'rustc')]) {
    const { facts } = await observed(machine, 5000, { RUSTC });
    expect(facts).toMatchObject([{ version: '1.95.0' }]);
  }
  await observed(machine, 5000, { RUSTC: 'rustc', RUSTUP_TOOLCHAIN: 'missing' });
  expect(existsSync(marker)).toBe(false);
});
