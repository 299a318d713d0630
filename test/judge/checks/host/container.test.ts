import { expect, it } from 'vitest';
import { hostContainer } from '../../../../src/judge/checks/host/container.ts';
import { facts, host } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('has nothing to warn of on a plain machine', () => {
  expect(judge(hostContainer, facts())).toMatchObject({ status: 'ok', goals: [] });
});

it.each(['docker', 'chroot'])('warns inside %s, where the tree of the running kernel is not', (container) => {
  const finding = judge(hostContainer, facts({ host: host({ container, kernelRelease: '6.18.44' }) }));
  expect(finding).toMatchObject({
    status: 'warn',
    found: `${container}: the running kernel 6.18.44 belongs to the system around it, and its tree is not here`,
  });
  expect(finding.remedies[0]?.text).toContain('of the system around it visible');
});

it('has other advice inside WSL, for whose kernel no package holds headers', () => {
  const kernelRelease = '5.15.167.4-microsoft-standard-WSL2';
  const { remedies } = judge(hostContainer, facts({ host: host({ container: 'wsl', kernelRelease }) }));
  expect(remedies[0]?.text).toContain('prepare its source');
});

it('says where the tree of the running kernel is, if it is visible inside the container', () => {
  expect(judge(hostContainer, facts({ host: host({ container: 'lxc' }) }))).toMatchObject({
    status: 'ok',
    found: 'lxc, with the tree of the running kernel in /lib/modules/6.1.0-56-amd64/build',
  });
});
