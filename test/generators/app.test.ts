import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import templates from 'virtual:templates';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createHelpers } from 'yeoman-test';
import App from '../../generators/app/index.ts';
import { createModule } from '../../src/api/create.ts';
import { assessment } from '../scaffold/assessment.ts';
import { snapshot, temporaryFolder } from '../write/folders.ts';

const assess = vi.hoisted(() => vi.fn());
vi.mock('../../src/api/assess.ts', () => ({ assess }));
vi.mock('../../src/observe/host/git-author.ts', () => ({ gitAuthor: async () => 'Jane Doe <jane@example.org>' }));

const helpers = createHelpers({});
const resolved = fileURLToPath(new URL('../../generators/app/index.ts', import.meta.url));
const stdout = vi.spyOn(process.stdout, 'write');
const stderr = vi.spyOn(process.stderr, 'write');

beforeEach(() => {
  assess.mockReset().mockResolvedValue(assessment());
  stdout.mockReset().mockReturnValue(true);
  stderr.mockReset().mockReturnValue(true);
});

const said = (stream: typeof stdout | typeof stderr): string =>
  stream.mock.calls.map(([text]) => String(text)).join('');

/** Pretends, for one test, that a person sits at a terminal, or that nobody does. */
function atTerminal(isTTY: boolean): void {
  for (const stream of [process.stdin, process.stdout]) {
    const before = stream.isTTY;
    stream.isTTY = isTTY;
    onTestFinished(() => {
      stream.isTTY = before;
    });
  }
}

interface Run {
  args?: string[];
  options?: Record<string, unknown>;
  /** What the person answers, by question. */
  answers?: Record<string, unknown>;
}

async function run(folder: string, { args = [], options = {}, answers = {} }: Run): Promise<void> {
  // The helpers' own default is to overwrite.
  const shared: Record<string, unknown> = { force: false, ...options };
  await helpers
    .run(App, { resolved, namespace: 'kernel-rust-module:app' })
    .cd(folder)
    .withArguments(args)
    .withOptions(shared)
    .withAnswers(answers);
}

describe('another program runs the generator', () => {
  test('what it writes is, byte for byte, what the command line writes from the same answers', async () => {
    const folder = temporaryFolder();
    await run(folder, { args: ['my-module'], options: { yes: true, description: '"{{name}}" \\ é' } });
    const expected = join(temporaryFolder(), 'my_module');
    await createModule({
      answers: {
        name: 'my_module',
        description: '"{{name}}" \\ é',
        author: 'Jane Doe <jane@example.org>',
        licence: 'GPL-2.0',
        flavour: 'freestanding',
        kind: 'hello',
        withC: false,
      },
      destination: expected,
      assessment: assessment(),
      templates,
      force: false,
      dryRun: false,
      confirm: null,
    });
    expect(snapshot(join(folder, 'my_module'))).toEqual(snapshot(expected));
    expect(said(stdout)).toContain('Scaffolded my_module.');
    expect(said(stderr)).toContain('The module is called my_module');
    expect(said(stderr)).toContain('Next: cd my_module && make && make boot');
  });

  test('at a terminal it asks, and takes the answers', async () => {
    atTerminal(true);
    const folder = temporaryFolder();
    await run(folder, {
      answers: { name: 'asked', description: 'd', author: 'a', licence: 'GPL-2.0 OR MIT', flavour: 'rust-for-linux' },
    });
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'asked/.kernel-rust-module.json'), 'utf8'));
    expect(manifest).toMatchObject({
      answers: { name: 'asked', licence: 'GPL-2.0 OR MIT', flavour: 'rust-for-linux' },
    });
    expect(existsSync(join(folder, 'asked/asked.rs'))).toBe(true);
  });

  test('without a terminal and without --yes nothing is written, and one sentence says what to add', async () => {
    atTerminal(false);
    const folder = temporaryFolder();
    await expect(run(folder, { args: ['hello'] })).rejects.toThrow(
      'There is no terminal to ask questions at: add --yes',
    );
    expect(snapshot(folder)).toEqual({});
  });

  test('a bad name is refused before the machine is looked at', async () => {
    const folder = temporaryFolder();
    await expect(run(folder, { args: ['a.b'], options: { yes: true } })).rejects.toThrow(
      'is not a letter, digit or underscore',
    );
    expect(assess).not.toHaveBeenCalled();
    expect(snapshot(folder)).toEqual({});
  });

  test('a dry run writes nothing', async () => {
    const folder = temporaryFolder();
    await run(folder, { args: ['hello'], options: { yes: true, dryRun: true } });
    expect(snapshot(folder)).toEqual({});
    expect(said(stdout)).toContain('  new       hello/Makefile\n');
  });

  test('kernel tree and time limit reach the probe', async () => {
    await run(temporaryFolder(), { args: ['hello'], options: { yes: true, kdir: '/k', timeout: '2' } });
    expect(assess).toHaveBeenCalledWith(expect.objectContaining({ kdir: '/k', timeoutMs: 2000 }));
  });

  test('a part in C is asked for as another option', async () => {
    const folder = temporaryFolder();
    await run(folder, { args: ['both'], options: { yes: true, withC: true } });
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'both/.kernel-rust-module.json'), 'utf8'));
    expect(manifest).toMatchObject({ answers: { flavour: 'rust-for-linux', withC: true } });
    expect(existsSync(join(folder, 'both/both_c.c'))).toBe(true);
  });

  test('a kind that the kernel does not have is refused, and nothing is written', async () => {
    const folder = temporaryFolder();
    const options = { yes: true, flavour: 'rust-for-linux', kind: 'params' };
    await expect(run(folder, { args: ['hello'], options })).rejects.toThrow('module! takes parameters since 6.19');
    expect(snapshot(folder)).toEqual({});
  });

  test('what the flavour lacks on this machine is said', async () => {
    const { verdicts } = assessment();
    await run(temporaryFolder(), { args: ['hello'], options: { yes: true, flavour: 'rust-for-linux' } });
    expect(said(stderr)).toContain(verdicts['rust-for-linux'].summary);
  });
});

describe('where a file differs', () => {
  const options = { description: 'd', author: 'a', licence: 'GPL-2.0', flavour: 'freestanding', kind: 'hello' };

  async function edited(): Promise<string> {
    const folder = temporaryFolder();
    await run(folder, { args: ['hello'], options });
    writeFileSync(join(folder, 'hello/Makefile'), 'mine\n');
    return folder;
  }
  const makefile = (folder: string) => readFileSync(join(folder, 'hello/Makefile'), 'utf8');

  test('--yes does not overwrite it', async () => {
    atTerminal(true);
    const folder = await edited();
    await expect(run(folder, { args: ['hello'], options: { ...options, yes: true } })).rejects.toThrow('add --force');
    expect(makefile(folder)).toBe('mine\n');
  });

  test('a no at the terminal leaves it, and the exit status says so', async () => {
    atTerminal(true);
    const before = process.exitCode;
    onTestFinished(() => {
      process.exitCode = before;
    });
    const folder = await edited();
    await run(folder, { args: ['hello'], options, answers: { overwrite: false } });
    expect(makefile(folder)).toBe('mine\n');
    expect(process.exitCode).toBe(1);
  });

  test('a yes at the terminal overwrites it', async () => {
    atTerminal(true);
    const folder = await edited();
    await run(folder, { args: ['hello'], options, answers: { overwrite: true } });
    expect(makefile(folder)).not.toBe('mine\n');
  });

  test('--force overwrites it', async () => {
    atTerminal(false);
    const folder = await edited();
    await run(folder, { args: ['hello'], options: { ...options, force: true } });
    expect(makefile(folder)).not.toBe('mine\n');
  });
});

describe('yo runs the generator', () => {
  function startedBy(...words: string[]): void {
    const { argv, exitCode } = process;
    process.argv = ['node', 'yo', 'kernel-rust-module', ...words];
    onTestFinished(() => {
      process.argv = argv;
      process.exitCode = exitCode;
    });
  }

  test('its own command line counts, not what yo made of it', async () => {
    startedBy('hello', '--yes', '--author', '007');
    const folder = temporaryFolder();
    await run(folder, { options: { author: 7 } });
    expect(readFileSync(join(folder, 'hello/.kernel-rust-module.json'), 'utf8')).toContain('"author": "007"');
  });

  test.each([
    ['--bogus', 'There is no option "--bogus" here'],
    ['--flavour=vanilla', '--flavour does not know "vanilla"'],
  ])('%s is refused in one sentence, with exit status 2 and nothing written', async (word, reason) => {
    startedBy('hello', '--yes', word);
    const folder = temporaryFolder();
    await run(folder, {});
    expect(process.exitCode).toBe(2);
    expect(said(stderr)).toMatch(/^kernel-rust-module: [^\n]*\.\n$/);
    expect(said(stderr)).toContain(reason);
    expect(snapshot(folder)).toEqual({});
  });

  test('--version prints the version and does nothing else', async () => {
    startedBy('hello', '--yes', '--version');
    const folder = temporaryFolder();
    await run(folder, {});
    expect(said(stdout)).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(assess).not.toHaveBeenCalled();
    expect(snapshot(folder)).toEqual({});
  });
});

test('the help text names every option, and asking for it does nothing', async () => {
  const folder = temporaryFolder();
  const context = helpers
    .run(App, { resolved, namespace: 'kernel-rust-module:app' })
    .cd(folder)
    .withOptions({ help: true });
  await context;
  const help = context.generator.help();
  for (const option of [
    '--description',
    '--author',
    '--licence',
    '--flavour',
    '--kind',
    '--with-c',
    '--yes',
    '--force',
    '--dry-run',
    '--kdir',
  ]) {
    expect(help).toContain(option);
  }
  expect(help).toContain('yo kernel-rust-module');
});
