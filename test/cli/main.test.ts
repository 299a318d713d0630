import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formats } from '../../src/cli/delivery/formats.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');
/** How a verdict begins that is not ready: which of the two depends on what the system's package manager thinks is installed. */
const notReady = /Freestanding modules (cannot be built|can be built .* once)/;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The built command line, without a terminal, on a machine without any tool. */
function run(...words: [NodeJS.ProcessEnv, ...string[]] | string[]) {
  const [first, ...rest] = words;
  const more = typeof first === 'object' ? first : {};
  const args = (typeof first === 'object' ? rest : words) as string[];
  const env = { HOME: folder, PATH: join(folder, 'no-tools'), ...more };
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
    for (const word of ['probe', 'setup', 'new NAME', 'configure', 'kdir']) expect(stdout).toContain(`\n  ${word} `);
  });

  it('says that its folder was deleted, which is no error of its own', async () => {
    const gone = join(folder, 'gone');
    mkdirSync(gone);
    const script = `rmdir "$1" && exec "$2" "$3" new hello --yes`;
    const { exitCode, stderr } = await execa('/bin/sh', ['-c', script, 'sh', gone, process.execPath, cli], {
      cwd: gone,
      env: { HOME: folder, PATH: '/usr/bin:/bin:.' },
      extendEnv: false,
      reject: false,
      stdin: 'ignore',
    });
    expect([exitCode, stderr]).toEqual([
      1,
      'kernel-rust-module: Cannot find the current folder: no such file or folder.',
    ]);
  });

  it.each(['probe', 'setup', 'new', 'configure', 'kdir'])(
    'shows the options of %s and does nothing else',
    async (word) => {
      const { stdout, stderr, exitCode } = await run(word, '--help');
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Usage: kernel-rust-module /);
      expect(stdout).toContain('--kdir DIR');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('tells of all architectures in JSON, on a machine without any tool too', async () => {
    const { stdout, stderr, exitCode } = await run('probe', '--all-arches', '--format', 'json');
    expect([exitCode, stderr]).toEqual([1, '']);
    const { architectures, commands } = JSON.parse(stdout);
    expect(architectures).toHaveLength(26);
    expect(commands).toEqual([]);
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(await run('--version')).toMatchObject({ exitCode: 0, stdout: version });
  });

  it.each([
    [['prob'], 'There is no command "prob"; the commands are: probe, setup, new, configure, kdir.'],
    [['probe', '--bogus'], 'There is no option "--bogus" here'],
    [
      ['probe', '--format', 'xml'],
      '--format does not know "xml"; it takes one of: text, json, markdown, github, junit.',
    ],
    [
      ['probe', '--for', 'bot'],
      '--for does not know "bot"; it takes one of: rust-for-linux, freestanding, boot, kernel.',
    ],
    [['probe', '--skip', 'make.verzion'], '--skip knows no check "make.verzion"; there are: make.version.'],
    [['probe', '--only', 'x'], '--only knows no check "x"; there are: host.architecture, '],
    [['probe', '--explain', 'kernel.rst'], '--explain knows no check "kernel.rst"; there are: kernel.tree, '],
    [['probe', '--list-checks', '--format', 'junit'], 'Checks are told as text or json, not as junit.'],
    [['probe', '--all-kernels', '--kdir', '/'], 'Give either --all-kernels or --kdir, not both.'],
    [['probe', '--all-kernels', '--kernel', '6.1'], 'Give either --all-kernels or --kernel, not both.'],
    [
      ['probe', '--try', '--for', 'boot'],
      '--try builds a module, so it takes --for freestanding or --for rust-for-linux',
    ],
    [['probe', '--timeout', 'soon'], '--timeout takes seconds'],
    [['probe', '--kdir', '/a', '--kernel', '6.1'], 'Give either --kdir DIR or --kernel RELEASE, not both.'],
    [['probe', '--arch', 'z80'], '"z80" is no architecture this tool knows; it knows x86_64'],
    [['new', 'hello', '--arch', 'm68k'], 'No modules are made for m68k by this version'],
    [['probe', '--all-arches', '--format', 'junit'], 'Several architectures are told as text, json or markdown'],
    [['probe', 'hello'], 'probe takes no argument, yet was given "hello".'],
    [['probe', '--kernel', 'latest'], '"latest" is not a kernel release. Give one as uname -r prints it'],
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

  it.each(['', 'a b', 'a/b', '..', 'é', 'fn', 'static', '$(reboot)', '"', 'a\nb', 'x'.repeat(56)])(
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

  it.each([
    [['--kdir', '/nowhere'], 'there is nothing at /nowhere'],
    [['--kdir', cli], 'is not a folder'],
    [['--kdir', '/'], '/ is no kernel tree'],
    [['--kernel', '6.1.999'], 'there is no tree of the kernel 6.1.999'],
  ])('writes the report in every format for %j, with status 1', async (words, sentence) => {
    for (const format of formats) {
      const { stdout, exitCode } = await run('probe', ...words, '--format', format);
      expect([format, exitCode]).toEqual([format, 1]);
      expect(stdout.replace(/\s+/g, ' ')).toContain(sentence);
    }
    const { stderr, exitCode } = await run('new', 'hello', '--yes', ...words);
    expect(exitCode).toBe(1);
    expect(stderr.toLowerCase()).toContain(sentence.toLowerCase());
    expect(readdirSync(folder)).toEqual([]);
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

describe('kernel-rust-module probe', () => {
  it('lists its checks and explains each, without a machine to look at', async () => {
    const { stdout } = await run('probe', '--list-checks', '--format', 'json');
    const ids: string[] = JSON.parse(stdout).map(({ id }: { id: string }) => id);
    expect(ids).toContain('make.version');
    const text = await run('probe', '--list-checks');
    expect(text.stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(ids);
    const explained = await run('probe', '--explain', 'make.version');
    expect(explained).toMatchObject({ exitCode: 0 });
    expect(explained.stdout).toMatch(/^make\.version: /);
  });

  it('leaves checks out, and says so', async () => {
    const { stdout, exitCode } = await run(
      'probe',
      '--only',
      'host.kernel,make.version',
      '--skip',
      'host.kernel',
      '--format',
      'json',
    );
    expect(exitCode).toBe(1);
    const { findings, verdicts } = JSON.parse(stdout);
    expect(findings.map(({ id }: { id: string }) => id)).toEqual(['make.version']);
    expect(verdicts.freestanding.unproven).toContain('kernel.tree');
  });

  it('writes its report to a file, and nothing to stdout', async () => {
    const { stdout, exitCode } = await run('probe', '--format', 'json', '--output', 'report.json');
    expect([stdout, exitCode]).toEqual(['', 1]);
    expect(readdirSync(folder)).toEqual(['report.json']);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).schemaVersion).toBe(1);
  });

  it('says in one sentence, with status 1, that a file cannot be written, before it looks at the machine', async () => {
    const { stdout, stderr, exitCode } = await run('probe', '--output', join('missing', 'report'));
    expect([stdout, exitCode]).toEqual(['', 1]);
    expect(stderr).toMatch(
      /^kernel-rust-module: There is no folder ".*missing" to write "report" in: make it first\.$/,
    );
  });

  it('adds a summary to the page of a GitHub job', async () => {
    const summary = join(folder, 'summary');
    writeFileSync(summary, 'before\n');
    const { stdout } = await run({ GITHUB_STEP_SUMMARY: summary }, 'probe', '--format', 'github');
    expect(stdout).toMatch(/^::error title=/);
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## kernel-rust-module probe\n/);
  });

  it('tries nothing where there is no kernel tree, and says so', async () => {
    const { stdout, exitCode } = await run('probe', '--try', '--format', 'json');
    const { trials, kernels } = JSON.parse(stdout);
    expect(exitCode).toBe(1);
    if (kernels.length === 0) expect(trials).toEqual([]);
    else expect(trials).toMatchObject([{ goal: 'freestanding', exitCode: null, agrees: true }]);
  });
});
