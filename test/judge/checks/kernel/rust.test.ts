import { expect, it } from 'vitest';
import { kernelRust } from '../../../../src/judge/checks/kernel/rust.ts';
import { facts, host, rustTree, target, tree } from '../../facts.ts';
import { commands, judge } from '../../judging.ts';

const able = { CONFIG_MODVERSIONS: 'n', CONFIG_HAVE_RUST: 'y' };

function foundWith(config: Record<string, string>): string {
  return judge(kernelRust, facts({ kernels: [tree({ release: '6.12.107', config })] })).found;
}

it("fails for Debian 12's kernel, names what forbids Rust there, and has no command for it", () => {
  const finding = judge(kernelRust, facts());
  expect(finding).toMatchObject({
    status: 'fail',
    goals: ['rust-for-linux'],
    found: 'the kernel 6.1.0-56-amd64 is built without CONFIG_RUST (forbidden by CONFIG_MODVERSIONS)',
  });
  expect(finding.remedies[0]?.text).toContain('CONFIG_RUST=y and CONFIG_MODVERSIONS off');
  expect(commands(finding)).toEqual([]);
});

it.each([
  [{ CONFIG_RUSTC_VERSION: '0' }, 'no rustc was there when it was configured'],
  [{ CONFIG_HAVE_RUST: 'n' }, 'its architecture, as configured, offers none: CONFIG_HAVE_RUST is not set'],
  [{ CONFIG_RUSTC_VERSION: '107700' }, 'no Rust tools that it takes were there when it was configured'],
  [{ CONFIG_RUST_IS_AVAILABLE: 'y' }, 'nothing in its configuration forbids it: it was left off'],
])('with nothing that forbids it and %o says so', (config, reason) => {
  expect(foundWith({ ...able, ...config })).toBe(`the kernel 6.12.107 is built without CONFIG_RUST (${reason})`);
});

it('names everything that forbids it at once', () => {
  expect(foundWith({ CONFIG_RANDSTRUCT: 'y', CONFIG_KASAN_SW_TAGS: 'y' })).toContain(
    '(forbidden by CONFIG_MODVERSIONS, CONFIG_RANDSTRUCT and CONFIG_KASAN_SW_TAGS)',
  );
});

it('passes for a kernel with it', () => {
  expect(judge(kernelRust, facts({ kernels: [rustTree()] })).status).toBe('ok');
});

it('knows no reason for a kernel that is still to be installed', () => {
  expect(judge(kernelRust, facts({ kernels: [] })).found).toBe("Debian 12's kernel 6.1 is built without CONFIG_RUST");
});

it('claims nothing of a kernel still to be installed whose configuration nobody has read', () => {
  const chosen = target(facts({ kernels: [] }));
  const unknown = { ...chosen, kernel: chosen.kernel && { ...chosen.kernel, rust: null } };
  const finding = kernelRust.judge(facts(), unknown);
  expect(finding.status).toBe('fail');
  expect(finding.found).toContain('is not known before its headers are here');
});

it('has nothing to say where there is no kernel', () => {
  expect(judge(kernelRust, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});
