import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programPath } from '../../../src/observe/run/path.ts';
import { rustcCandidates } from '../../../src/observe/rust/rustc-candidates.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

function found({ env, root }: PretendMachine, extra: NodeJS.ProcessEnv = {}, folder: string | null = null) {
  const all = { ...env, ...extra };
  const { candidates, rustup } = rustcCandidates(all, programPath(all.PATH), folder);
  const short = (path: string | null) => path?.replace(`${root}/`, '') ?? null;
  return {
    list: candidates.map(
      ({ path, origin, program }) => `${origin} ${short(path)}${program === null ? ' (absent)' : ''}`,
    ),
    rustup: rustup && { shim: short(rustup.shim), defaultRustc: short(rustup.defaultRustc) },
  };
}

/** A machine with rustup, its shim on PATH, and two toolchains of which `stable` is the default. */
function withRustup(): PretendMachine {
  const machine = pretendMachine();
  machine.script('rustup', 'exit 1');
  machine.link('bin/rustc', 'rustup');
  machine.script('home/.rustup/toolchains/stable/bin/rustc');
  machine.script('home/.rustup/toolchains/nightly/bin/rustc');
  machine.file('home/.rustup/settings.toml', 'default_toolchain = "stable"\n');
  return machine;
}

const stable = 'home/.rustup/toolchains/stable/bin/rustc';
const nightly = 'home/.rustup/toolchains/nightly/bin/rustc';

test('the environment goes first, then PATH, then versioned names from the newest, then toolchains', () => {
  const machine = pretendMachine();
  for (const path of ['opt/rustc', 'a/rustc', 'bin/rustc', 'bin/rustc-1.75', 'a/rustc-1.85', nightly])
    machine.script(path);
  const env = { RUSTC: join(machine.root, 'opt/rustc'), PATH: `${machine.root}/a:${machine.bin}` };
  expect(found(machine, env)).toEqual({
    list: [
      'environment opt/rustc',
      'path a/rustc',
      'path bin/rustc',
      'path a/rustc-1.85',
      'path bin/rustc-1.75',
      `rustup ${nightly}`,
    ],
    rustup: { shim: null, defaultRustc: null },
  });
});

test('a rustc that several names lead to is listed once, under the first', () => {
  const machine = pretendMachine();
  machine.script('bin/rustc-1.85');
  machine.link('bin/rustc', 'rustc-1.85');
  machine.link('a/rustc', '../bin/rustc');
  const PATH = `${machine.root}/a:${machine.bin}`;
  expect(found(machine, { PATH }).list).toEqual(['path a/rustc']);
  expect(found(machine, { PATH, RUSTC: 'rustc-1.85' }).list).toEqual(['environment bin/rustc-1.85']);
});

test("in the place of rustup's shim stands the rustc it would choose", () => {
  const machine = withRustup();
  machine.script('usr/rustc');
  expect(found(machine, { PATH: `${machine.bin}:${machine.root}/usr` })).toEqual({
    list: [`path ${stable}`, 'path usr/rustc', `rustup ${nightly}`],
    rustup: { shim: 'bin/rustc', defaultRustc: stable },
  });
});

test('RUSTC may name the shim', () => {
  const machine = withRustup();
  expect(found(machine, { RUSTC: 'rustc', RUSTUP_TOOLCHAIN: 'nightly' })).toEqual({
    list: [`environment ${nightly}`, `rustup ${stable}`],
    rustup: { shim: 'bin/rustc', defaultRustc: nightly },
  });
});

test('a shim whose toolchain is not installed stands for no rustc, and is reported when RUSTC names it', () => {
  const machine = withRustup();
  const none = { RUSTUP_TOOLCHAIN: 'beta', RUSTUP_HOME: '/nowhere' };
  expect(found(machine, none)).toEqual({ list: [], rustup: { shim: 'bin/rustc', defaultRustc: null } });
  expect(found(machine, { ...none, RUSTC: 'rustc' }).list).toEqual(['environment bin/rustc (absent)']);
});

test('a rustc that RUSTC names and that is not there is reported as it was named', () => {
  const machine = pretendMachine();
  machine.script('rustc');
  expect(found(machine, { RUSTC: 'rustc-9' }).list).toEqual(['environment rustc-9 (absent)', 'path bin/rustc']);
  expect(found(machine, { RUSTC: '/nowhere/rustc' }).list[0]).toBe('environment /nowhere/rustc (absent)');
  expect(found(machine, { RUSTC: '' })).toEqual({ list: ['path bin/rustc'], rustup: null });
});

test('RUSTC may be several words, of which the first is called', () => {
  const machine = pretendMachine();
  machine.script('sccache');
  machine.script('bin/rustc');
  const program = { path: join(machine.bin, 'sccache'), leading: ['rustc', '--cap-lints=warn'] };
  const { candidates } = rustcCandidates(
    { ...machine.env, RUSTC: ' sccache  rustc --cap-lints=warn' },
    programPath(machine.bin),
  );
  expect(candidates[0]).toMatchObject({ path: 'sccache rustc --cap-lints=warn', program, origin: 'environment' });
  expect(candidates[1]?.path).toBe(join(machine.bin, 'rustc'));
});

test.each([
  ['the words of a path with a space', 'my tools/rustc'],
  ['a relative path before other words', './bin/rustc -O'],
  ['a tilde', '~/bin/rustc'],
  ['what the shell would read', 'rustc;id'],
  ['a name that is not there', 'rustc-1.85'],
])('nothing is found by %s', (_, RUSTC) => {
  const machine = pretendMachine();
  machine.script('my tools/rustc');
  machine.script('bin/rustc');
  const text = RUSTC.startsWith('my') ? join(machine.root, RUSTC) : RUSTC;
  expect(found(machine, { RUSTC: text }).list[0]).toMatch(/^environment .* \(absent\)$/);
});

describe('for a shim of rustup in RUSTC', () => {
  test.each([
    ['a toolchain file', 'rust-toolchain.toml', '[toolchain]\nchannel = "nightly"\n'],
    ['a toolchain file without TOML', 'rust-toolchain', 'nightly\n'],
  ])('the folder’s own choice counts as well: %s', (_, file, text) => {
    const machine = withRustup();
    machine.file(`work/${file}`, text);
    const folder = machine.folder('work/module');
    const list = [`environment ${stable}`, `environment ${nightly}`];
    expect(found(machine, { RUSTC: 'rustc' }, folder).list.slice(0, 2)).toEqual(list);
    expect(found(machine, { RUSTC: 'rustc' }).list).toEqual([list[0], `rustup ${nightly}`]);
  });

  test('so does "rustup override", and a toolchain that is not installed is not there', () => {
    const machine = withRustup();
    const settings = (toolchain: string) =>
      `default_toolchain = "stable"\n\n[overrides]\n"${machine.root}/work" = "${toolchain}"\n`;
    machine.file('home/.rustup/settings.toml', settings('nightly'));
    const folder = machine.folder('work/module');
    expect(found(machine, { RUSTC: 'rustc' }, folder).list[1]).toBe(`environment ${nightly}`);
    machine.file('home/.rustup/settings.toml', settings('1.70'));
    expect(found(machine, { RUSTC: 'rustc' }, folder).list[1]).toBe(
      'environment bin/rustc with the toolchain 1.70 (rustup override) (absent)',
    );
    const all = { RUSTC: 'rustc', RUSTUP_TOOLCHAIN: 'stable' };
    expect(found(machine, all, folder).list[0]).toBe(`environment ${stable}`);
  });

  test('a word with a plus chooses, and "rustup run" is a command like others', () => {
    const machine = withRustup();
    expect(found(machine, { RUSTC: 'rustc +nightly' }).list[0]).toBe(`environment ${nightly}`);
    expect(found(machine, { RUSTC: 'rustup run nightly rustc' }).list[0]).toBe('environment rustup run nightly rustc');
  });
});
