import { expect, it } from 'vitest';
import { hostLoading } from '../../../../src/judge/checks/host/loading.ts';
import type { HostFact } from '../../../../src/model/facts.ts';
import { facts, host, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

const open: HostFact['loading'] = { secureBoot: false, lockdown: 'none', signaturesEnforced: false };

function loading(overrides: Partial<HostFact['loading']>) {
  return facts({ host: host({ loading: { ...open, ...overrides } }) });
}

it('passes where the running kernel loads unsigned modules', () => {
  expect(judge(hostLoading, loading({}))).toMatchObject({ status: 'ok', goals: [] });
});

it.each([
  [{ signaturesEnforced: true }, 'module.sig_enforce'],
  [{ lockdown: 'integrity' }, 'lockdown (integrity)'],
  [{ lockdown: 'confidentiality', secureBoot: true }, 'lockdown (confidentiality), Secure Boot'],
])('warns, and no more, of %o', (overrides, reason) => {
  expect(judge(hostLoading, loading(overrides))).toMatchObject({
    status: 'warn',
    goals: [],
    found: `the running kernel loads signed modules only: ${reason}`,
  });
});

it('warns of a running kernel whose configuration forces signatures', () => {
  const forced = tree({ config: { CONFIG_MODULE_SIG_FORCE: 'y' } });
  const { found } = judge(hostLoading, { ...loading({ signaturesEnforced: true }), kernels: [forced] });
  expect(found).toBe('the running kernel loads signed modules only: CONFIG_MODULE_SIG_FORCE');
  const another = tree({ release: '6.1.0-99-amd64', config: { CONFIG_MODULE_SIG_FORCE: 'y' } });
  expect(judge(hostLoading, { ...loading({}), kernels: [another] }).status).toBe('ok');
});

it('does not take Secure Boot alone for a refusal: kernels without lockdown ignore it', () => {
  expect(judge(hostLoading, loading({ secureBoot: true })).status).toBe('ok');
});

it.each([
  [null, 'the running kernel does not say whether it loads unsigned modules'],
  [true, 'the running kernel does not say whether it loads unsigned modules, and Secure Boot is on'],
])('claims nothing where the kernel says nothing (Secure Boot: %s)', (secureBoot, found) => {
  const silent = loading({ secureBoot, lockdown: null, signaturesEnforced: null });
  expect(judge(hostLoading, silent)).toMatchObject({ status: 'skip', found });
});
