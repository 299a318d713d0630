import { expect, test } from 'vitest';
import { architectures } from '../../src/knowledge/architectures/architectures.ts';
import { allArchitectures } from '../../src/knowledge/architectures/plain-architectures.ts';
import { observeMatrix } from '../../src/observe/observe-matrix.ts';
import { type PretendMachine, pretendMachine, replay } from './pretend-machine.ts';

/** rustc 1.85.1 as Debian 13 has it, but without one back end, and the tools that tell of LLVM. */
function machineWithout(backEnd: string): PretendMachine {
  const machine = pretendMachine();
  machine.script(
    'rustc',
    'case "$*" in',
    ...['-vV)', ...replay('rustc-1.85.1'), ';;'],
    ...["'--print target-list')", ...replay('rustc-1.85.1-target-list'), ';;'],
    ...[`*--target\\ ${backEnd}-*)`, ...replay('rustc-1.85.1-no-back-end'), 'exit 101 ;;'],
    `*) echo ${machine.root}/usr ;;`,
    'esac',
  );
  machine.answering('clang', 'clang-19');
  machine.answering('llvm-config', 'llvm-config-19');
  machine.answering('gcc', 'gcc-14');
  machine.answering('aarch64-linux-gnu-gcc', 'gcc-14');
  machine.answering('aarch64-linux-gnu-ld', 'ld-2.40');
  return machine;
}

function observed({ env, root }: PretendMachine, rows = allArchitectures, timeoutMs = 5000) {
  const [arch] = architectures;
  if (arch === undefined) throw new Error('no architectures');
  return observeMatrix(rows, { env, arch, goals: [], timeoutMs, packages: [], root });
}

test('every architecture is looked at, and no command is run twice', async () => {
  const facts = await observed(machineWithout('m68k'));
  expect(Object.keys(facts.machines).sort()).toEqual(architectures.map(({ name }) => name).sort());
  const { commands } = facts.machines.arm64 ?? { commands: [] };
  const lines = commands.map(({ argv }) => argv.join(' '));
  expect(new Set(lines).size).toBe(lines.length);
  for (const once of ['--print target-list', '-print-targets', '--targets-built', '-vV']) {
    expect(lines.filter((line) => line.endsWith(once))).toHaveLength(1);
  }
  expect(facts.machines.x86_64?.commands).toEqual(commands);
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});

test('a rustc tells its targets, and for each back end of LLVM whether it has it', async () => {
  const machine = machineWithout('m68k');
  const [rustc, ...others] = (await observed(machine)).rustcs;
  expect(others).toEqual([]);
  expect(rustc?.rustc).toBe(`${machine.bin}/rustc`);
  expect(rustc?.targets).toHaveLength(271);
  expect(rustc?.backEnds).toMatchObject({ X86: true, PowerPC: true, M68k: false, CSKY: true, ARC: null });
  // It has no target without floating point for that, but another one.
  expect(rustc?.targets).not.toContain('s390x-unknown-none-softfloat');
  expect(rustc?.backEnds.SystemZ).toBe(true);
});

test('cross tools belong to their architecture', async () => {
  const { machines } = await observed(machineWithout('m68k'));
  expect(machines.arm64).toMatchObject({ ld: { version: '2.40' } });
  expect(machines.arm64?.gccs.map(({ path }) => path.split('/').at(-1))).toEqual(['gcc', 'aarch64-linux-gnu-gcc']);
  expect(machines.arm).toMatchObject({ ld: null });
});

test('only what is asked for is looked at, beside the machine itself', async () => {
  const rows = allArchitectures.filter(({ name }) => ['arm64', 'csky'].includes(name));
  const { machines, rustcs } = await observed(machineWithout('csky'), rows);
  expect(Object.keys(machines)).toEqual(['x86_64', 'arm64']);
  expect(rustcs[0]?.backEnds).toEqual({ AArch64: true, CSKY: false });
});

test('a rustc that does not answer leaves its targets unknown', async () => {
  const machine = pretendMachine();
  machine.script('rustc', `exec ${machine.sleeper} 3.25`);
  const { rustcs, haveRust } = await observed(machine, allArchitectures, 200);
  expect(rustcs).toMatchObject([{ targets: null, backEnds: { X86: null, CSKY: null } }]);
  expect(haveRust).toBeNull();
});
