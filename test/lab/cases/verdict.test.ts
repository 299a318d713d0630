import { expect } from 'vitest';
import type { VerdictStatus } from '../../../src/model/assessment.ts';
import { labCase, longCase } from '../case.ts';
import { type DebianOptions, debianRoot } from '../debian.ts';
import { commandLine, make, probe, scaffold } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, succeed } from '../run.ts';
import { say } from '../say.ts';
import { bookwormOldRust, bookwormReady, trixieBackports, trixieReady } from '../systems.ts';

/** The probe says ready, and `make boot` proves it. */
async function expectReady(system: DebianOptions, kernel: RegExp, upstream: VerdictStatus): Promise<void> {
  const root = await debianRoot(system);
  const report = await probe(root);
  say(`${report.target.kernel?.release}: ${report.verdicts.freestanding.summary}`);
  expect(report.target.kernel?.release).toMatch(kernel);
  expect(report.verdicts.freestanding.status).toBe('ready');
  expect(report.verdicts.boot.status).toBe('ready');
  await scaffold(root, 'hello');
  const { output, seconds } = expectStatus(await make(root, '/root/hello', ['boot']), 0);
  say(`built and booted in ${seconds.toFixed(0)} s`);
  expect(output).toMatch(/hello: boot OK/);
  expect(output).not.toMatch(/warning/i);
  expect(report.verdicts['rust-for-linux'].status).toBe(upstream);
  await expectNoRustForLinux(root);
}

/** Debian's headers alone do not build such a module, whether their kernel has CONFIG_RUST or not. */
async function expectNoRustForLinux(root: Root): Promise<void> {
  await succeed(root, commandLine('new', 'upstream', '--flavour', 'rust-for-linux', '--yes'));
  expect((await make(root, '/root/upstream')).exitCode).not.toBe(0);
}

labCase('Debian 12 with rustc-web is called ready, and the module loads in its 6.1', () =>
  expectReady(bookwormReady, /^6\.1\.0-/, 'blocked'),
);

labCase('Debian 13 is called ready, and the module loads in its 6.12', () =>
  expectReady(trixieReady, /^6\.12\./, 'fixable'),
);

longCase('Debian 13 with the kernel of its backports is called ready, and the module loads in that 7.x', () =>
  expectReady(trixieBackports, /^7\./, 'fixable'),
);

labCase('Debian 12’s plain rustc 1.63 is refused by the probe and by make', async () => {
  const root = await debianRoot(bookwormOldRust);
  const { verdicts, toolchains } = await probe(root);
  say(verdicts.freestanding.summary);
  expect(verdicts.freestanding.status).not.toBe('ready');
  const old = toolchains.find(({ rustc }) => rustc === '/usr/bin/rustc');
  expect(old).toMatchObject({ chosenFor: [], passedOver: expect.stringMatching(/1\.85/) });
  await scaffold(root, 'hello');
  const { exitCode, output } = await make(root, '/root/hello', ['RUSTC=/usr/bin/rustc']);
  expect(exitCode).not.toBe(0);
  expect(output).toMatch(/rustc is rustc 1\.63\.0, too old/);
});
