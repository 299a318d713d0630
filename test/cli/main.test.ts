import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const cli = join(import.meta.dirname, '../../dist/cli.js');
/** How a verdict begins that is not ready: which of the two depends on what the system's package manager thinks is installed. */
const notReady = /Freestanding modules (cannot be built|can be built .* once)/;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The built command line, without a terminal, on a machine without any tool. */
function run(...args: string[]) {
  const env = { HOME: folder, PATH: join(folder, 'no-tools') };
  return execa(process.execPath, [cli, ...args], {
    cwd: folder,
    env,
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });
}

describe('kernel-rust-module', () => {
  it.each([[[]], [['--help']], [['help']]])('shows its commands for %j', async (args) => {
    const { stdout, exitCode } = await run(...args);
    expect(exitCode).toBe(0);
    for (const word of ['probe', 'setup', 'new NAME', 'configure']) expect(stdout).toContain(`\n  ${word} `);
  });

  it.each(['probe', 'setup', 'new', 'configure'])('shows the options of %s and does nothing else', async (word) => {
    const { stdout, stderr, exitCode } = await run(word, '--help');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: kernel-rust-module /);
    expect(stdout).toContain('--kdir DIR');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(await run('--version')).toMatchObject({ exitCode: 0, stdout: version });
  });

  it.each([
    [['prob'], 'There is no command "prob"; the commands are: probe, setup, new, configure.'],
    [['probe', '--bogus'], 'There is no option "--bogus" here'],
    [['probe', '--format', 'xml'], '--format does not know "xml"; it takes one of: text, json.'],
    [['probe', '--timeout', 'soon'], '--timeout takes seconds'],
    [['probe', '--kdir', '/a', '--kernel', '6.1'], 'Give either --kdir DIR or --kernel RELEASE, not both.'],
    [['probe', '--arch', 'z80'], '"z80" is no architecture this tool knows; it knows x86_64'],
    [['probe', 'hello'], 'probe takes no argument, yet was given "hello".'],
    [['probe', '--kdir', '/nowhere'], '"/nowhere" is no kernel tree: it is not there.'],
    [['probe', '--kdir', cli], 'is no kernel tree: it is a file, not a folder.'],
    [['probe', '--kdir', '/'], '"/" is no kernel tree: it holds no Makefile of Kbuild.'],
    [['new', 'two', 'names', '--yes'], 'One module is scaffolded at a time, not "two" and "names"'],
    [['new', 'hello', '--licence', 'MIT', '--yes'], '--licence does not know "MIT"; it takes one of: GPL-2.0'],
    [['new', 'hello'], 'There is no terminal to ask questions at: add --yes'],
    [['configure'], 'is no scaffolded module: there is no .kernel-rust-module.json.'],
  ])('refuses %j in one sentence, with status 2, and writes nothing', async (args, sentence) => {
    const { stdout, stderr, exitCode } = await run(...args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`kernel-rust-module: `);
    expect(stderr).toContain(sentence);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['', 'a b', 'a/b', '..', '1st', 'é', 'fn', 'static', '$(reboot)', '"', 'a\nb', 'x'.repeat(56)])(
    'refuses the name %j with status 2 and writes nothing',
    async (name) => {
      const { stderr, exitCode } = await run('new', '--yes', '--', name);
      expect(exitCode).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('scaffolds on a machine without any tool, says what is missing, and says that hyphens became underscores', async () => {
    const { stderr, exitCode } = await run('new', 'my-driver', '--yes');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('The module is called my_driver');
    expect(stderr).toMatch(notReady);
    expect(existsSync(join(folder, 'my_driver', 'Kbuild'))).toBe(true);
  });

  it('is not ready without any tool, and says so in both formats', async () => {
    const [text, json] = await Promise.all([run('probe'), run('probe', '--format', 'json')]);
    expect([text.exitCode, json.exitCode]).toEqual([1, 1]);
    expect(JSON.parse(json.stdout).verdicts.freestanding.status).not.toBe('ready');
  });

  it('refuses to build what this machine is not ready for, and writes nothing', async () => {
    const { stderr, exitCode } = await run('new', 'hello', '--yes', '--build');
    expect([exitCode, readdirSync(folder)]).toEqual([1, []]);
    expect(stderr).toMatch(notReady);
  });

  it('leaves a changed file alone without --force, even with --yes, and overwrites it with', async () => {
    await run('new', 'hello', '--yes');
    const file = join(folder, 'hello', 'Kbuild');
    writeFileSync(file, '# mine\n');
    expect(await run('new', 'hello', '--yes')).toMatchObject({ exitCode: 2 });
    expect(readFileSync(file, 'utf8')).toBe('# mine\n');
    expect(await run('new', 'hello', '--yes', '--force')).toMatchObject({ exitCode: 0 });
    expect(readFileSync(file, 'utf8')).not.toBe('# mine\n');
  });

  it("keeps away from other people's files", async () => {
    mkdirSync(join(folder, 'hello'));
    writeFileSync(join(folder, 'hello', 'thesis.txt'), '');
    const { stderr, exitCode } = await run('new', 'hello', '--yes');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('thesis.txt');
    expect(readdirSync(join(folder, 'hello'))).toEqual(['thesis.txt']);
  });
});
