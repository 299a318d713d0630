import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureReady } from '../../../src/cli/commands/ensure-ready.ts';
import { refuseUnready } from '../../../src/cli/commands/refuse-unready.ts';
import type { Assessment, Goal, Remedy, Verdict } from '../../../src/model/assessment.ts';

const dnfLine = 'dnf install --assumeyes --setopt=install_weak_deps=False make';
const dnf: Remedy = { commands: [dnfLine], text: 'Install make.', link: null, packages: ['make'] };
const emerge: Remedy = { ...dnf, commands: ['emerge --changed-use make'] };
const image: Remedy = { commands: [], text: 'Install the kernel.', link: null, packages: [] };

function verdict(status: Verdict['status'], remedies: Remedy[] = []): Verdict {
  return { status, summary: `It is ${status}.`, because: [], unproven: [], remedies };
}

/** What was found on a machine whose packages apt does not bring. */
function found(boot: Verdict, remedy = dnf): Assessment {
  return { verdicts: { freestanding: verdict('fixable', [remedy]), boot } } as unknown as Assessment;
}

const ask = (before: Assessment, dryRun: boolean) =>
  ensureReady(before, ['freestanding', 'boot'], {}, { yes: true, dryRun });

let shown = '';
beforeEach(() => {
  shown = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    shown += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

describe('where another package manager than apt is needed', () => {
  it('nothing is run without consent, what is untested is said, and the commands are shown', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(
      ensureReady(found(verdict('ready')), ['freestanding'], {}, { yes: false, dryRun: false }),
    ).rejects.toThrow('Nothing was changed');
    const words = said.mock.calls.map(([text]) => text).join('');
    expect(words).toContain(`  ${dnfLine}\n`);
    expect(words).toContain('Set-up with dnf was tested with stand-ins, not on a real system.');
  });

  it('what set-up does not run is left to a person, even with --yes', async () => {
    await expect(ask(found(verdict('ready'), emerge), false)).rejects.toThrow(
      'Nothing was changed: set-up cannot do all of these steps. Run these commands, then try again:\n  emerge --changed-use make',
    );
  });

  it('a dry run prints the commands', async () => {
    await expect(ask(found(verdict('ready')), true)).resolves.toBeNull();
    expect(shown).toBe(`${dnfLine}\n`);
  });

  it('a goal out of reach does not hide what brings the others', async () => {
    await expect(ask(found(verdict('blocked', [image])), false)).rejects.toThrow(
      `It is blocked.\n  Install the kernel.\nCommands bring what else is missing:\n  ${dnfLine}`,
    );
  });
});

it('does nothing where everything is ready', async () => {
  const before = { verdicts: { freestanding: verdict('ready'), boot: verdict('ready') } } as unknown as Assessment;
  await expect(ask(before, false)).resolves.toBe(before);
});

describe('where a kernel tree is to be made', () => {
  const kdir: Remedy = {
    commands: ['kernel-rust-module kdir --kernel 7.3.4+deb13-amd64 --yes'],
    text: 'Make a kernel tree.',
    link: null,
    packages: [],
  };
  const before = { verdicts: { 'rust-for-linux': verdict('fixable', [kdir]) }, findings: [] } as unknown as Assessment;

  it('a dry run prints our own command', async () => {
    await expect(ensureReady(before, ['rust-for-linux'], {}, { yes: false, dryRun: true })).resolves.toBeNull();
    expect(shown).toBe('kernel-rust-module kdir --kernel 7.3.4+deb13-amd64 --yes\n');
  });

  it('nothing is made unasked, and it takes no root to say so', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(ensureReady(before, ['rust-for-linux'], {}, { yes: false, dryRun: false })).rejects.toThrow(
      'Nothing was changed, since there is no terminal to ask at: run the commands above, or pass --yes.',
    );
    const words = said.mock.calls.map(([text]) => text).join('');
    expect(words).toContain('  kernel-rust-module kdir --kernel 7.3.4+deb13-amd64 --yes\n');
    expect(words).toContain('Make a kernel tree.\n');
  });
});

it('a dry run prints the command that unpacks what belongs to another architecture', async () => {
  const commands = ['kernel-rust-module setup --arch arm64 --yes'];
  const unpack: Remedy = { commands, text: 'Unpack it.', link: null, packages: [] };
  const before = { verdicts: { freestanding: verdict('fixable', [unpack]) }, findings: [] } as unknown as Assessment;
  await expect(ensureReady(before, ['freestanding'], {}, { yes: false, dryRun: true })).resolves.toBeNull();
  expect(shown).toBe('kernel-rust-module setup --arch arm64 --yes\n');
});

describe('what could not be finished is not begun', () => {
  const apt: Remedy = {
    commands: ['apt-get update', 'apt-get install libc6-dev'],
    text: 'Install libc6-dev.',
    link: null,
    packages: ['libc6-dev'],
  };
  const libc = { id: 'boot.libc', status: 'warn', found: 'libc.a is not here', remedies: [apt] };
  const ready = { verdicts: { boot: verdict('ready') }, findings: [libc] } as unknown as Assessment;

  it('without what this kind of module needs, and the commands are said', async () => {
    await expect(refuseUnready(ready, ['boot'], ['boot.libc'])).rejects.toThrow(
      /^libc\.a is not here\.\nAdd --setup to have this done first, or run:\n.* apt-get install .*libc6-dev$/s,
    );
  });

  it('where no command helps, without the promise that --setup would', async () => {
    const blocked = { ...ready, verdicts: { boot: verdict('blocked', [image]) } } as unknown as Assessment;
    await expect(refuseUnready(blocked, ['boot'], [])).rejects.toThrow(/^It is blocked\.\n {2}Install the kernel\.$/);
  });

  it('but everything else is', async () => {
    await expect(refuseUnready(ready, ['boot'], [])).resolves.toBeUndefined();
  });
});

describe('where a suite has to be added to the sources of apt', () => {
  const text = 'Types: deb\n';
  const source: Remedy = {
    ...{
      commands: ['printf … | tee /etc/apt/x.sources'],
      text: 'Add it.',
      link: null,
      packages: [],
    },
    source: { file: '/etc/apt/x.sources', text, suite: 'trixie-backports' },
  };
  const before = {
    verdicts: { 'rust-for-linux': verdict('fixable', [source]) },
    findings: [],
  } as unknown as Assessment;
  const goals: Goal[] = ['rust-for-linux'];

  it.each([true, false])('nothing is changed without --backports, with --yes: %s', async (yes) => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(ensureReady(before, goals, {}, { yes, dryRun: false })).rejects.toThrow(
      "Nothing was changed: this adds trixie-backports to apt's sources. Add --backports to agree to that.",
    );
  });

  it('a dry run prints the command', async () => {
    await expect(ensureReady(before, goals, {}, { yes: false, dryRun: true })).resolves.toBeNull();
    expect(shown).toBe(`${source.commands[0]}\n`);
  });
});
