import { expect, it } from 'vitest';
import { installLines, type PackageManager } from '../../../src/knowledge/distributions/package-managers.ts';

const order = { packages: ['make', 'gcc'], conflicts: [], useFlags: {} };

it.each<[PackageManager, string[]]>([
  ['apt', ['sudo apt-get update', 'sudo apt-get install --yes --no-remove --no-install-recommends make gcc']],
  ['dnf', ['sudo dnf install --assumeyes --setopt=install_weak_deps=False make gcc']],
  ['pacman', ['sudo pacman -Syu --needed --noconfirm make gcc']],
  ['zypper', ['sudo zypper --non-interactive install --no-recommends make gcc']],
  ['emerge', ['sudo emerge --changed-use make gcc']],
  ['apk', ['sudo apk add --update-cache make gcc']],
])('%s installs without asking', (manager, lines) => {
  expect(installLines(manager, order, 'sudo ')).toEqual(lines);
});

it('emerge is told first which flags the packages must be built with, and only of those that are wanted', () => {
  const useFlags = { 'dev-lang/rust': 'rust-src', 'sys-apps/busybox': 'static' };
  expect(installLines('emerge', { packages: ['dev-lang/rust'], conflicts: [], useFlags }, '')).toEqual([
    "echo 'dev-lang/rust rust-src' | tee -a /etc/portage/package.use/kernel-rust-module",
    'emerge --changed-use dev-lang/rust',
  ]);
});

it('apt removes first what cannot stay', () => {
  expect(installLines('apt', { packages: ['rustc-web'], conflicts: ['rustc'], useFlags: {} }, '')[1]).toBe(
    'apt-get remove --yes rustc',
  );
});
