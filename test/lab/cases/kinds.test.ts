import { expect } from 'vitest';
import { kindNames, kindsOf } from '../../../src/knowledge/module/kinds.ts';
import { labCase } from '../case.ts';
import { type DebianOptions, debianRoot } from '../debian.ts';
import { buildKind, exerciseKind } from '../kinds.ts';
import { commandLine } from '../product.ts';
import { expectStatus, run } from '../run.ts';
import { say } from '../say.ts';
import { bookwormReady, trees, trixieBackports, trixieEnabled, trixieReady } from '../systems.ts';

const systems: [string, DebianOptions, RegExp][] = [
  ['Debian 12', bookwormReady, /^6\.1\.0-/],
  ['Debian 13', trixieReady, /^6\.12\./],
  ['Debian 13 with the kernel of its backports', trixieBackports, /^7\./],
];
for (const [system, options, release] of systems) {
  for (const kind of kindsOf('freestanding')) {
    labCase(
      `${system}: freestanding ${kind} is built without a warning, and exercised in the stock kernel`,
      async () => {
        const root = await debianRoot(options);
        const { output } = await exerciseKind(root, { flavour: 'freestanding', kind }, release, {});
        if (kind === 'misc-device') expect(output).toContain('exercise: the module stays while a file is open');
      },
    );
  }
}

/** What a 6.12 with CONFIG_RUST has of the kinds. */
const early = ['hello', 'sync'];

labCase('a 6.12 configured with Rust builds the kinds that it has', async () => {
  const root = await debianRoot(trixieEnabled);
  for (const kind of early) {
    await buildKind(root, { flavour: 'rust-for-linux', kind, words: ['--kdir', trees.enabled] }, {});
  }
});

for (const kind of kindNames.filter((name) => !early.includes(name))) {
  labCase(
    `a 6.12 configured with Rust has no ${kind}: new refuses it and names the release that brings it`,
    async () => {
      const root = await debianRoot(trixieEnabled);
      const words = ['new', 'sample', '--flavour', 'rust-for-linux', '--kind', kind, '--kdir', trees.enabled, '--yes'];
      const { stderr } = expectStatus(await run(root, commandLine(...words)), 2);
      say(stderr.trim());
      expect(stderr).toMatch(/6\.12/);
      expect(stderr).toMatch(/since (6\.1[3-9]|7\.\d)/);
      expect(stderr).toContain('hello, sync');
    },
  );
}
