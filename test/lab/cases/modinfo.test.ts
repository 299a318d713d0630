import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import templates from 'virtual:templates';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Answers } from '../../../src/scaffold/answers.ts';
import { toModel } from '../../../src/scaffold/model.ts';
import { render } from '../../../src/scaffold/render.ts';
import { oddText } from '../../scaffold/odd-texts.ts';
import { labCase } from '../case.ts';
import { labFolders } from '../folders.ts';
import { builtHello, commandLine, make } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';

type Texts = Pick<Answers, 'description' | 'author'>;

/** What modinfo shows of modules; a NUL ends each value, so that any other byte may stand in it. */
async function modinfo(root: Root, files: string[]): Promise<Texts[]> {
  const both = 'for file; do modinfo -0 -F description "$file" && modinfo -0 -F author "$file" || exit; done';
  const { stdout } = await succeed(root, ['sh', '-c', both, 'sh', ...files]);
  const values = stdout.split('\0').slice(0, -1);
  expect(values).toHaveLength(2 * files.length);
  return files.map((_, i) => ({ description: values[2 * i] ?? '', author: values[2 * i + 1] ?? '' }));
}

labCase('100 arbitrary authors and descriptions come back from modinfo as they went in', async () => {
  const samples = fc.sample(fc.record({ description: oddText, author: oddText }), 100);
  const folder = await mkdtemp(join(labFolders().temporary, 'samples-'));
  await writeSamples(folder, samples);
  const root = await builtHello();
  const seeing = { ...root, binds: { ...root.binds, [folder]: '/lab/samples' } };
  await succeed(seeing, ['cp', '--recursive', '/lab/samples', '/root/samples']);
  const kdir = (await succeed(root, ['sh', '-c', 'echo /lib/modules/*/build'])).stdout.trim();
  const built = await succeed(root, ['make', '-j2', '-C', kdir, 'M=/root/samples', 'modules']);
  say(`compiled ${samples.length} modules in ${built.seconds.toFixed(0)} s`);
  expect(built.output).not.toMatch(/warning: (?!the compiler)/);
  const files = samples.map((_, i) => `/root/samples/src/m${i}.ko`);
  expect(await modinfo(root, files)).toEqual(samples);
});

/** One folder with the C file of each sample's module, which holds all of its texts that get compiled. */
async function writeSamples(folder: string, samples: Texts[]): Promise<void> {
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'kernel'));
  for (const [i, texts] of samples.entries()) {
    const answers: Answers = {
      name: `m${i}`,
      ...texts,
      licence: 'GPL-2.0',
      flavour: 'freestanding',
      kind: 'hello',
      withC: false,
    };
    const files = render(toModel(answers, { version: '0', kernelRelease: null }), answers, templates);
    // What params! of src/lib.rs defines, without which the C half does not link.
    const rustHalf = '\nconst char rust_has_param_token = 1;\n';
    await writeFile(join(folder, `src/m${i}.c`), (files.get('src/module.c') ?? '') + rustHalf);
    await writeFile(join(folder, 'kernel/params.h'), files.get('kernel/params.h') ?? '');
  }
  await writeFile(join(folder, 'Kbuild'), samples.map((_, i) => `obj-m += src/m${i}.o\n`).join(''));
}

labCase('texts typed at the command line come back from modinfo, and no shell or make ever reads them', async () => {
  const root = await builtHello();
  const nasty = {
    description: '"; {{name}} */ $(touch /root/pwned) `touch /root/pwned` \\ ??/ 🦀\nend',
    author: 'O\'Neil "N" $HOME <n@example.org>',
  };
  const options = ['--description', nasty.description, '--author', nasty.author, '--flavour', 'freestanding', '--yes'];
  await succeed(root, commandLine('new', 'nasty', ...options));
  expectStatus(await make(root, '/root/nasty'), 0);
  expect(await modinfo(root, ['/root/nasty/nasty.ko'])).toEqual([nasty]);
  expect((await run(root, ['test', '-e', '/root/pwned'])).exitCode).toBe(1);
});
