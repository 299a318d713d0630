import { expect, it } from 'vitest';
import { bootBusybox } from '../../../../src/judge/checks/boot/busybox.ts';
import { facts, host, tool } from '../../facts.ts';
import { commands, judge } from '../../judging.ts';

it('passes with a static busybox', () => {
  expect(judge(bootBusybox, facts()).status).toBe('ok');
});

it('has the package of a dynamic one removed in favour of the static one', () => {
  const busybox = { ...tool('/usr/bin/busybox', '1.35.0'), static: false };
  const finding = judge(bootBusybox, facts({ busybox, host: host({ packages: ['busybox'] }) }));
  expect(finding).toMatchObject({ status: 'fail', found: 'busybox (/usr/bin/busybox) needs shared libraries' });
  expect(commands(finding)).toEqual([
    'apt-get update',
    'apt-get remove --yes busybox',
    'apt-get install --yes --no-remove --no-install-recommends busybox-static',
  ]);
});

it('has a static one installed beside a dynamic one that comes first on PATH, since every name is looked at', () => {
  const busybox = { ...tool('/opt/bin/busybox', '1.35.0'), static: false };
  expect(commands(judge(bootBusybox, facts({ busybox }))).at(-1)).toMatch(/ busybox-static$/);
});
