import { expect } from 'vitest';
import { kernelCrate } from '../../../src/knowledge/module/kernel-crate.ts';
import { kindNames, kindsOf } from '../../../src/knowledge/module/kinds.ts';
import { labCase } from '../case.ts';
import { recordCell } from '../cells.ts';
import { asUser, backports, grounds } from '../kdir.ts';
import { buildKind, exerciseKind } from '../kinds.ts';
import { commandLine, make } from '../product.ts';
import { expectStatus, succeed } from '../run.ts';

const flavour = 'rust-for-linux';

for (const [system, ground, kernelCase] of grounds) {
  for (const kind of kindNames) {
    kernelCase(
      `${system}: ${flavour} ${kind} is built without a warning, and exercised in the stock kernel`,
      async () => {
        const { root, release } = await ground();
        const only = new RegExp(`^${release.replace(/[.+]/g, '\\$&')}$`);
        const { output, ...figures } = await exerciseKind(await root(), { flavour, kind }, only, asUser);
        if (kind === 'hello') recordCell({ architecture: 'x86_64', flavour, ...figures, result: 'loaded' });
        const stays = output.includes('exercise: the module stays while a file is open');
        expect(stays).toBe(kind === 'misc-device' && kernelCrate(release).deviceOwner);
      },
    );
  }

  kernelCase(`${system}: every kind takes C beside its Rust, and one is loaded so`, async () => {
    const { root } = await ground();
    const own = await root();
    for (const kind of kindNames.filter((name) => name !== 'hello')) {
      await buildKind(own, { flavour, kind, words: ['--with-c'] }, asUser);
    }
    await exerciseKind(own, { flavour, kind: 'hello', words: ['--with-c'] }, /./, asUser);
  });

  kernelCase(`${system}: a module whose author module! cannot hold is loaded, too`, async () => {
    const { root } = await ground();
    const own = await root();
    const author = 'Zoë "Z" \\ <z@example.org>';
    const words = ['new', 'odd', '--flavour', flavour, '--author', author, '--yes'];
    await succeed(own, commandLine(...words), asUser);
    const { output } = expectStatus(await make(own, 'odd', ['boot'], asUser), 0);
    expect(output).not.toMatch(/warning/i);
    expect(output).toMatch(/odd: boot OK/);
    const { stdout } = await succeed(own, ['modinfo', '-0', '-F', 'author', 'odd/odd.ko'], asUser);
    expect(stdout).toBe(`${author}\0`);
  });
}

labCase('the examples build for the kernel that they are written for', async () => {
  const { root, tree, release } = await backports();
  const own = await root();
  await succeed(own, ['cp', '-r', '/lab/repository/examples', '/home/lab'], asUser);
  const builds = async (folder: string, kdir: string) => {
    const { output } = expectStatus(await make(own, `examples/${folder}`, [`KDIR=${kdir}`], asUser), 0);
    expect(output).not.toMatch(/warning/i);
  };
  for (const kind of [...kindNames, 'hello-with-c']) await builds(`${flavour}/${kind}`, tree);
  for (const kind of kindsOf('freestanding')) await builds(`freestanding/${kind}`, `/usr/src/linux-headers-${release}`);
});
