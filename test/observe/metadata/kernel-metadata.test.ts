import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { observeKernelMetadata } from '../../../src/observe/metadata/kernel-metadata.ts';
import { placeOf } from '../../../src/system/files/tree-path.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';
import { sharedLibrary } from '../shared-library.ts';

const rustc = 'rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)';
const fixtures = join(import.meta.dirname, '../fixtures/crates-1.85.1');
const recorded = (name: string) => readFileSync(join(fixtures, name));

/** Three crates named as the kernel's are, each compiled against the ones before, for the target in target.json. */
function builtTree(): PretendMachine {
  const machine = pretendMachine();
  for (const name of ['libcore.rmeta', 'libbuild_error.rmeta', 'libkernel.rmeta']) {
    machine.file(`rust/${name}`, recorded(name));
  }
  machine.file('scripts/target.json', recorded('target.json'));
  machine.file('rust/core.o');
  return machine;
}

const observed = ({ root }: PretendMachine) => observeKernelMetadata(placeOf(root).at);

function crate(machine: PretendMachine, name: string) {
  return observed(machine).rmeta.find((fact) => fact.name === name);
}

test('what one rustc built in one go fits together', () => {
  const made = { rustc, whole: true, target: 'target', specMatches: true };
  expect(observed(builtTree())).toEqual({
    rmeta: [
      { name: 'libbuild_error.rmeta', ...made, fitsCore: true, fitsOthers: null },
      { name: 'libcore.rmeta', ...made, fitsCore: null, fitsOthers: null },
      { name: 'libkernel.rmeta', ...made, fitsCore: true, fitsOthers: true },
    ],
    so: [],
    targetSpec: true,
    rustc,
  });
});

test('a crate that was compiled anew no longer fits those compiled against it', () => {
  const machine = builtTree();
  machine.file('rust/libbuild_error.rmeta', recorded('another-libbuild_error.rmeta'));
  expect(crate(machine, 'libbuild_error.rmeta')).toMatchObject({ whole: true, fitsCore: true });
  expect(crate(machine, 'libkernel.rmeta')).toMatchObject({ fitsCore: true, fitsOthers: false });
});

test('another core fits none of them', () => {
  const machine = builtTree();
  const core = recorded('libcore.rmeta');
  const hash = core.lastIndexOf(recorded('target.json')) + recorded('target.json').length + 1;
  core.writeUInt8(core.readUInt8(hash) ^ 1, hash);
  machine.file('rust/libcore.rmeta', core);
  expect(observed(machine).rmeta.map(({ fitsCore }) => fitsCore)).toEqual([false, null, false]);
});

test('the specification must be the very text: one more space, and rustc would refuse the crates', () => {
  const machine = builtTree();
  machine.file('scripts/target.json', `${recorded('target.json')} `);
  expect(observed(machine).rmeta.map(({ specMatches }) => specMatches)).toEqual([false, false, false]);
});

test('up to 6.2 the specification lies beside the crates', () => {
  const machine = pretendMachine();
  machine.file('rust/libcore.rmeta', recorded('libcore.rmeta'));
  expect(observed(machine).targetSpec).toBe(false);
  copyFileSync(join(fixtures, 'target.json'), join(machine.root, 'rust/target.json'));
  expect(observed(machine)).toMatchObject({ targetSpec: true, rmeta: [{ specMatches: true }] });
});

test('a crate that was cut off at any place is not whole', () => {
  const whole = recorded('libkernel.rmeta');
  for (const length of [whole.length - 1, whole.length - 500, 500, 90]) {
    const machine = builtTree();
    machine.file('rust/libkernel.rmeta', whole.subarray(0, length));
    expect(crate(machine, 'libkernel.rmeta')).toMatchObject({ rustc, whole: false });
  }
});

test('a built-in target has a name and no specification, whatever lies in the tree', () => {
  const machine = builtTree();
  const builtIn = join(import.meta.dirname, '../fixtures/metadata-1.95.0-arm64.rmeta');
  machine.file('rust/libcore.rmeta', readFileSync(builtIn));
  expect(crate(machine, 'libcore.rmeta')).toEqual({
    name: 'libcore.rmeta',
    rustc: 'rustc 1.95.0 (59807616e 2026-04-14)',
    whole: true,
    target: 'aarch64-unknown-none',
    specMatches: null,
    fitsCore: null,
    fitsOthers: null,
  });
});

test('macros say which rustc built them and for which processor, and fit those that use them', () => {
  const machine = builtTree();
  machine.file('rust/libmacros.so', sharedLibrary({ machine: 62, metadata: recorded('libcore.rmeta') }));
  expect(observed(machine).so).toEqual([{ name: 'libmacros.so', machine: 62, whole: true, rustc }]);
  machine.file(
    'rust/libmacros.so',
    sharedLibrary({ machine: 183, metadata: recorded('libcore.rmeta') }).subarray(0, -1),
  );
  expect(observed(machine).so).toMatchObject([{ machine: 183, whole: false }]);
});

test('a macro library beside the crates is compared with what they were compiled against', () => {
  const machine = builtTree();
  const macro = (metadata: string) => sharedLibrary({ machine: 62, metadata: recorded(metadata) });
  const renamed = (name: string) => {
    machine.file('rust/libbuild_error.so', macro(name));
    return crate(machine, 'libkernel.rmeta')?.fitsOthers;
  };
  rmSync(join(machine.root, 'rust/libbuild_error.rmeta'));
  expect([renamed('libbuild_error.rmeta'), renamed('another-libbuild_error.rmeta')]).toEqual([true, false]);
});

test('without a folder of crates there is no metadata', () => {
  expect(observed(pretendMachine())).toEqual({ rmeta: [], so: [], targetSpec: false, rustc: null });
});
