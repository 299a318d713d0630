import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type CreateRequest, createModule } from '../../src/api/create.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import type { Answers } from '../../src/scaffold/answers.ts';
import type { Model } from '../../src/scaffold/model.ts';
import { assessment } from '../scaffold/assessment.ts';
import { snapshot, temporaryFolder } from '../write/folders.ts';

const answers: Answers = {
  ...{
    name: 'hello',
    description: 'd',
    author: 'a',
    licence: 'GPL-2.0',
    flavour: 'freestanding',
    kind: 'hello',
    withC: false,
  },
};
const templates = new Map([
  ['common/Makefile', ({ name }: Model) => `NAME := ${name}\n`],
  ['freestanding/hello/module.c', ({ c }: Model) => `MODULE_AUTHOR(${c.author});\n`],
]);

const request = (destination: string, overrides: Partial<CreateRequest> = {}): CreateRequest => ({
  ...{ answers, destination, assessment: assessment(), templates, force: false, dryRun: false, confirm: null },
  ...overrides,
});

test('a module is its rendered files, its manifest and what was chosen for this machine', async () => {
  const destination = join(temporaryFolder(), 'hello');
  const { folder, outcome, files } = await createModule(request(destination));
  expect({ folder, outcome }).toEqual({ folder: destination, outcome: 'written' });
  expect(files.map(({ state }) => state)).toEqual(['new', 'new', 'new', 'new']);
  const written = snapshot(destination);
  expect(written).toMatchObject({ Makefile: 'NAME := hello\n', 'module.c': 'MODULE_AUTHOR("a");\n' });
  expect(JSON.parse(written['.kernel-rust-module.json'] ?? '')).toMatchObject({ answers });
  expect(written['config.mk']).toContain('KDIR ?= /usr/src/linux-headers-6.1.0-56-amd64\n');
});

test('made twice, it is made once', async () => {
  const destination = join(temporaryFolder(), 'hello');
  await createModule(request(destination));
  const { files, outcome } = await createModule(request(destination));
  expect({ states: new Set(files.map(({ state }) => state)), outcome }).toEqual({
    states: new Set(['same']),
    outcome: 'written',
  });
});

test('a name that a module of the kernel bears already is a note, and no obstacle', async () => {
  const kernelTree = temporaryFolder();
  writeFileSync(join(kernelTree, 'modules.order'), 'drivers/misc/hello.o\n');
  const { target } = assessment();
  const kernel = { release: '6.1.0-56-amd64', state: 'headers' as const, llvm: false, dir: kernelTree };
  const made = await createModule({
    ...request(join(temporaryFolder(), 'hello')),
    assessment: { ...assessment(), target: { ...target, kernel } },
  });
  expect(made.outcome).toBe('written');
  expect(made.notes).toEqual([
    'Linux 6.1.0-56-amd64 has a module of its own called hello (drivers/misc/hello), and only one of the two can be loaded: ' +
      'choose another name unless this one is to take its place.',
  ]);
});

test('a name of what is built into the kernel is refused before anything is written', async () => {
  const kernelTree = temporaryFolder();
  writeFileSync(join(kernelTree, 'modules.builtin'), 'kernel/drivers/misc/hello.ko\n');
  const { target } = assessment();
  const kernel = { release: '6.1.0-56-amd64', state: 'headers' as const, llvm: false, dir: kernelTree };
  const folder = temporaryFolder();
  const created = createModule({
    ...request(join(folder, 'hello')),
    assessment: { ...assessment(), target: { ...target, kernel } },
  });
  await expect(created).rejects.toThrow('hello built in (kernel/drivers/misc/hello), so that no module of that name');
  expect(snapshot(folder)).toEqual({});
});

describe('a rust-for-linux module', () => {
  const { target } = assessment();
  const notesFor = async (release: string, kind: Answers['kind']) => {
    const kernel = { release, state: 'headers' as const, llvm: false, dir: null };
    const { notes } = await createModule({
      ...request(join(temporaryFolder(), 'hello'), { answers: { ...answers, flavour: 'rust-for-linux', kind } }),
      assessment: { ...assessment(), target: { ...target, kernel } },
    });
    return notes;
  };

  test('for a kernel whose crate was tried is written without a note', async () => {
    expect(await notesFor('7.3.4+deb13-amd64', 'misc-device')).toEqual([]);
    expect(await notesFor('6.12.107+deb13-amd64', 'sync')).toEqual([]);
  });

  test('for another kernel is written with a note that names those that were', async () => {
    expect(await notesFor('6.18.38', 'misc-device')).toEqual([
      'Modules of the flavour rust-for-linux are proven with the kernel crate of Linux 6.12, 7.2 and 7.3, not with that of ' +
        '6.18: this one is fitted to it by what is known of the differences.',
    ]);
  });

  test('for a kernel whose devices have ioctls only is written with a note that says so', async () => {
    expect((await notesFor('6.17.1', 'misc-device')).at(-1)).toBe(
      'With the kernel crate of Linux 6.17 a character device has ioctls only: it can be read and written since 6.18.',
    );
  });
});

test('a dry run lists the files and writes nothing', async () => {
  const parent = temporaryFolder();
  const { files, outcome } = await createModule(request(join(parent, 'hello'), { dryRun: true }));
  expect(outcome).toBe('dry-run');
  expect(files.map(({ path }) => path)).toEqual(['Makefile', 'module.c', '.kernel-rust-module.json', 'config.mk']);
  expect(snapshot(parent)).toEqual({});
});

describe('where a file differs', () => {
  async function edited(): Promise<string> {
    const destination = join(temporaryFolder(), 'hello');
    await createModule(request(destination));
    writeFileSync(join(destination, 'Makefile'), 'mine\n');
    return destination;
  }

  test('and nobody can be asked, one sentence refuses and names it', async () => {
    const destination = await edited();
    const refused = createModule(request(destination));
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(
      `In ${destination}, Makefile differs from what would be written: add --force to overwrite, or choose another name.`,
    );
    expect(readFileSync(join(destination, 'Makefile'), 'utf8')).toBe('mine\n');
  });

  test('and the answer is no, nothing at all is written', async () => {
    const destination = await edited();
    const confirm = vi.fn(async () => false);
    const before = snapshot(destination);
    const changed = { ...answers, author: 'b' };
    const { outcome } = await createModule(request(destination, { answers: changed, confirm }));
    expect(outcome).toBe('declined');
    expect(confirm).toHaveBeenCalledExactlyOnceWith(['Makefile', 'module.c', '.kernel-rust-module.json']);
    expect(snapshot(destination)).toEqual(before);
  });

  test('and the answer is yes, it is overwritten', async () => {
    const destination = await edited();
    const { files } = await createModule(request(destination, { confirm: async () => true }));
    expect(files[0]).toEqual({ path: 'Makefile', state: 'replace' });
    expect(readFileSync(join(destination, 'Makefile'), 'utf8')).toBe('NAME := hello\n');
  });

  test('and --force is given, nobody is asked', async () => {
    const confirm = vi.fn();
    await createModule(request(await edited(), { force: true, confirm }));
    expect(confirm).not.toHaveBeenCalled();
  });

  test('a dry run shows it as a conflict', async () => {
    const { files } = await createModule(request(await edited(), { dryRun: true }));
    expect(files[0]).toEqual({ path: 'Makefile', state: 'conflict' });
  });
});
