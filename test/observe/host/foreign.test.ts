import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findArchitecture } from '../../../src/knowledge/architectures/architectures.ts';
import { foreignFolder, headersIn, observeForeignBusybox } from '../../../src/observe/host/foreign.ts';
import { observeKernelTrees } from '../../../src/observe/tree/kernel-trees.ts';
import { architecture } from '../architecture.ts';
import { elfFile } from '../elf-file.ts';
import { preparedTree } from '../prepared-tree.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

/** One that no machine of the tests is. */
const s390x = findArchitecture('s390x') ?? architecture();
const cacheOf = ({ root }: PretendMachine) => join(root, 'cache');

function unpack(machine: PretendMachine, release: string): string {
  const dir = headersIn(join('cache/foreign/s390x', release), release);
  preparedTree(machine, dir, release);
  return join(machine.root, dir);
}

const found = (machine: PretendMachine, arch = s390x, named = {}) =>
  observeKernelTrees(named, { arch, cache: cacheOf(machine), root: machine.root, withSources: false });

describe('kernel headers that were unpacked for another architecture', () => {
  test('count as installed for it, the newest first', () => {
    const machine = pretendMachine();
    const dirs = ['6.1.0-9-s390x', '6.1.0-50-s390x'].map((release) => unpack(machine, release));
    machine.folder('cache/foreign/s390x/kernels');
    expect(found(machine).map(({ origin, dir, state }) => [origin, dir, state])).toEqual(
      dirs.reverse().map((dir) => ['installed', dir, 'headers']),
    );
  });

  test('are found by their release', () => {
    const machine = pretendMachine();
    const [older] = ['6.1.0-9-s390x', '6.1.0-50-s390x'].map((release) => unpack(machine, release));
    const named = found(machine, s390x, { kernel: '6.1.0-9-s390x' });
    expect(named.map(({ origin, dir, state }) => [origin, dir, state])).toEqual([['named', older, 'headers']]);
  });

  test("are nothing to the machine's own architecture", () => {
    const machine = pretendMachine();
    unpack(machine, '6.1.0-50-s390x');
    expect(found(machine, architecture())).toEqual([]);
    const [named] = found(machine, architecture(), { kernel: '6.1.0-50-s390x' });
    expect(named?.state).toBe('missing');
  });

  test('have their images by themselves', () => {
    const machine = pretendMachine();
    unpack(machine, '6.1.0-50-s390x');
    machine.file('cache/kernels/6.1.0-50-s390x/vmlinuz');
    machine.file('boot/vmlinuz-6.1.0-50-s390x');
    expect(found(machine).map(({ image }) => image)).toEqual([null]);
    const image = machine.file('cache/foreign/s390x/kernels/6.1.0-50-s390x/vmlinuz');
    expect(found(machine).map((tree) => tree.image)).toEqual([image]);
  });
});

describe('the busybox of another architecture', () => {
  const write = (machine: PretendMachine, number: number, interpreter = false) =>
    machine.file(
      'cache/foreign/s390x/busybox',
      elfFile({ wide: true, little: false, machine: number, interpreter }),
      0o755,
    );

  test('is read, not run', () => {
    const machine = pretendMachine();
    const path = write(machine, s390x.elf);
    expect(observeForeignBusybox(s390x, cacheOf(machine))).toEqual({
      path,
      outcome: 'ok',
      version: null,
      line: '',
      static: true,
    });
  });

  test('is told from another processor’s, from one with shared libraries, and from what is no program', () => {
    const machine = pretendMachine();
    write(machine, 62);
    expect(observeForeignBusybox(s390x, cacheOf(machine))).toMatchObject({ outcome: 'not-runnable' });
    write(machine, s390x.elf, true);
    expect(observeForeignBusybox(s390x, cacheOf(machine))).toMatchObject({ outcome: 'ok', static: false });
    machine.file('cache/foreign/s390x/busybox', 'text');
    expect(observeForeignBusybox(s390x, cacheOf(machine))).toMatchObject({ outcome: 'not-runnable', static: false });
  });

  test('is null where there is none, or no cache', () => {
    expect(observeForeignBusybox(s390x, cacheOf(pretendMachine()))).toBeNull();
    expect(observeForeignBusybox(s390x, null)).toBeNull();
  });
});

test("folders bear Debian's names, which a module's own scripts know", () => {
  expect(foreignFolder('/c', findArchitecture('ppc64le') ?? s390x)).toBe('/c/foreign/ppc64el');
});
