import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findContainer } from '../../../src/observe/host/container.ts';
import { type PretendMachine, pretendMachine } from '../pretend-machine.ts';

test.each<[string | null, (machine: PretendMachine) => unknown]>([
  [null, () => {}],
  ['docker', ({ file }) => file('.dockerenv')],
  ['podman', ({ file }) => file('run/.containerenv', 'engine="podman"\n')],
  ['systemd-nspawn', ({ file }) => file('run/systemd/container', 'systemd-nspawn\n')],
  ['lxc', ({ file }) => file('proc/1/environ', 'PATH=/bin\0container=lxc\0TERM=linux\0')],
  ['wsl', ({ file }) => file('proc/sys/kernel/osrelease', '5.15.153.1-microsoft-standard-WSL2\n')],
  ['chroot', ({ root, link }) => mkdirSync(join(root, 'other')) ?? link('proc/1/root', '../../other')],
  [null, ({ root, link }) => link('proc/1/root', root)],
])('it is found to be %j', (expected, prepare) => {
  const machine = pretendMachine();
  prepare(machine);
  expect(findContainer({}, machine.root)).toBe(expected);
});

test('the environment tells as well, without being trusted to be printable', () => {
  expect(findContainer({ container: 'pod\x1b[31mman' }, pretendMachine().root)).toBe('podman');
});
