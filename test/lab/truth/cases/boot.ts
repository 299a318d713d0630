import { trees } from '../../systems.ts';
import type { CaseDraft, TruthCase } from '../case.ts';
import { nameHeaders } from './words.ts';

const cases: CaseDraft[] = [
  {
    name: 'ready',
    state: 'all there',
    because: [],
    also: { 'boot.signature': 'ok' },
    makeSays: /hello: boot OK/,
    always: true,
  },
  {
    name: 'no-qemu',
    state: 'no QEMU',
    prepare: 'rm /usr/bin/qemu-system-x86_64',
    because: ['boot.qemu'],
    makeSays: /boot FAILED: qemu-system-x86_64 was not found/,
    always: true,
  },
  {
    name: 'no-busybox',
    state: 'no busybox',
    prepare: 'rm /usr/bin/busybox /bin/busybox 2>/dev/null || [ ! -e /bin/busybox ]',
    because: ['boot.busybox'],
    makeSays: /error: busybox was not found/,
    always: true,
  },
  {
    name: 'dynamic-busybox',
    state: 'busybox needs shared libraries',
    prepare: 'apt-get update && apt-get install --yes busybox',
    because: ['boot.busybox'],
    makeSays: /error: .*busybox needs shared libraries/,
  },
  {
    name: 'no-image',
    state: 'a kernel of one’s own, and no image of it',
    prepare: `sed -i 's/-amd64"/-own"/' $HEADERS/include/generated/utsrelease.h
      sed -i 's/-amd64/-own/' $HEADERS/include/config/kernel.release
      ${nameHeaders}`,
    kdir: '/root/headers',
    because: ['boot.image'],
    makeSays: /no image of Linux/,
  },
  {
    name: 'no-libc',
    state: 'no C library for programs without shared ones, which this module’s boot does not take',
    prepare: 'rm /usr/lib/*/libc.a',
    because: [],
    also: { 'boot.libc': 'warn' },
    makeSays: /hello: boot OK/,
  },
  {
    name: 'no-tmp',
    state: 'no folder for temporary files',
    user: 'lab',
    prepare: 'rm -r /tmp',
    because: ['host.temporary'],
    makeSays: /mktemp: failed to create directory/,
  },
  {
    name: 'signed-only',
    state: 'a kernel that loads signed modules only',
    system: 'trixie-backports 7.3 that loads signed modules only',
    kdir: trees.signed,
    because: ['boot.signature'],
    makeSays: /boot FAILED: insmod failed: .*Key was rejected/,
  },
];

/** A module's way into a booted kernel. */
export const bootCases: TruthCase[] = cases.map((one) => ({
  system: 'bookworm 6.1',
  ...one,
  goal: 'boot',
  name: `boot-${one.name}`,
}));
