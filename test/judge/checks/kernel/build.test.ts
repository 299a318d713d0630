import { expect, it } from 'vitest';
import { kernelBuild } from '../../../../src/judge/checks/kernel/build.ts';
import type { UnfitFileFact } from '../../../../src/model/facts.ts';
import { facts, host, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

function unfit(trouble: UnfitFileFact['trouble'], detail = ''): UnfitFileFact {
  const file = 'scripts/mod/modpost';
  return { file, path: `/usr/lib/linux-kbuild-6.1/${file}`, trouble, detail };
}

function judged(files: UnfitFileFact[], state: 'headers' | 'source' = 'headers') {
  return judge(kernelBuild, facts({ kernels: [tree({ state, unfit: files })] }));
}

it('passes when every program is there and can run', () => {
  expect(judged([])).toMatchObject({ status: 'ok', goals: ['freestanding', 'rust-for-linux'] });
});

it.each([
  [unfit('missing'), 'scripts/mod/modpost is missing', 'apt-get install --reinstall linux-kbuild-6.1'],
  [unfit('empty'), 'scripts/mod/modpost is empty', 'Reinstall linux-kbuild-6.1'],
  [unfit('not-executable'), 'this user may not execute', 'Reinstall linux-kbuild-6.1'],
  [unfit('no-program'), 'is not a program', 'Reinstall linux-kbuild-6.1'],
  [unfit('machine', '183'), 'is a program for arm64', 'Install kernel headers that were built for this machine'],
  [unfit('machine', '9999'), 'another processor (ELF machine 9999)', 'Install kernel headers'],
  [unfit('interpreter', '/lib/ld.so'), 'needs /lib/ld.so to start, which is missing', 'Install kernel headers'],
  [unfit('library', 'libelf.so.1'), 'needs the library libelf.so.1', 'packages that contain libelf.so.1'],
  [unfit('no-btf'), 'no type information of the kernel (BTF)', 'Reinstall linux-kbuild-6.1'],
  [unfit('version', 'GLIBC_2.38 of libc.so.6'), 'needs GLIBC_2.38 of libc.so.6', 'this release of its distribution'],
])('names the file, what is wrong and what to do: %j', (file, found, remedy) => {
  const finding = judged([file]);
  expect(finding.status).toBe('fail');
  expect(finding.found).toContain(found);
  expect(finding.remedies[0]?.text).toContain(remedy);
});

it('has them built again in a source', () => {
  expect(judged([unfit('machine', '183')], 'source').remedies[0]?.text).toContain('run "make modules_prepare" there');
});

it('names the file itself when its folder does not name a package', () => {
  const finding = judged([{ ...unfit('missing'), path: '/home/user/kdir/scripts/mod/modpost' }]);
  expect(finding.remedies[0]?.text).toBe('Reinstall what /home/user/kdir/scripts/mod/modpost came from.');
});

it('trusts the headers that are still to be installed, and has nothing to say without a kernel', () => {
  expect(judge(kernelBuild, facts({ kernels: [] })).status).toBe('ok');
  expect(judge(kernelBuild, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});
