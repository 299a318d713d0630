import { expect } from 'vitest';
import type { Assessment } from '../../../src/model/assessment.ts';
import { longCase } from '../case.ts';
import { recordCell } from '../cells.ts';
import { debianRoot } from '../debian.ts';
import { objectComplaints } from '../objects.ts';
import { commandLine, expectBooted, make } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, succeed } from '../run.ts';
import { say } from '../say.ts';
import type { Result, RunOptions } from '../start.ts';
import { type UpstreamKernel, upstreamKernels } from '../systems-upstream.ts';

const flavour = 'rust-for-linux';
const asUser: RunOptions = { user: 'lab', seconds: 1200 };

for (const kernel of upstreamKernels) {
  const { architecture, system, tree } = kernel;

  longCase(`${architecture.name}: a kernel built with Rust is ready for modules, and loads them`, async () => {
    const root = await debianRoot(system);
    const forTree = ['--arch', architecture.name, '--kdir', tree];
    const probed = await succeed(root, commandLine('probe', ...forTree, '--for', flavour, '--format', 'json'), asUser);
    const { verdicts }: Assessment = JSON.parse(probed.stdout);
    expect(verdicts[flavour].status).toBe('ready');

    const words = ['--flavour', flavour, ...forTree, '--build', '--yes'];
    const created = (kind: string) => commandLine('new', kind, '--kind', kind, ...words);
    const hello = await succeed(root, created('hello'), asUser);
    expectNoWarning(hello);
    expect(await objectComplaints(root, '/home/lab/hello', architecture.name, asUser)).toEqual([]);
    const { booted, seconds } = await boot(root, 'hello', kernel);
    recordCell({
      architecture: architecture.name,
      flavour,
      kernel: booted,
      buildSeconds: hello.seconds,
      bootSeconds: seconds,
      result: 'loaded',
    });
    for (const kind of ['params', 'sync']) {
      expectNoWarning(await succeed(root, created(kind), asUser));
      await boot(root, kind, kernel);
    }

    // Nothing of what `new` chose is needed by those who say it to make themselves.
    await succeed(root, ['rm', 'hello/config.mk'], asUser);
    expectStatus(await make(root, 'hello', ['clean'], asUser), 0);
    expectStatus(await make(root, 'hello', [...kernel.words, `KDIR=${tree}`], asUser), 0);
  });
}

/** What rustc says of the target features in arch/SRCARCH/Makefile of the kernel, and no module can change. */
const upstreamWarning =
  /^warning: ((unknown and )?unstable feature specified for `-Ctarget-feature`|\d+ warnings? emitted)/;

function expectNoWarning({ output }: Result): void {
  const warnings = output.split('\n').filter((line) => /warning/i.test(line) && !upstreamWarning.test(line));
  expect(warnings).toEqual([]);
}

/** Boots the tree's own kernel with a module. @returns the release that it said. */
async function boot(
  root: Root,
  name: string,
  { tree, image }: UpstreamKernel,
): Promise<{ booted: string; seconds: number }> {
  const made = await make(root, name, ['boot', `BOOT_KERNEL=${tree}/${image}`], asUser);
  const { output, seconds } = await expectBooted(root, name, made, asUser);
  say(output);
  const [, booted = ''] = new RegExp(`${name}: boot OK: loaded.* and unloaded in Linux (\\S+)`).exec(output) ?? [];
  expect(booted).toMatch(/^7\.3\./);
  return { booted, seconds };
}
