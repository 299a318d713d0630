import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assessment, Remedy, Verdict } from '../../src/assessment.ts';
import { ensureReady } from '../../src/cli/ensure-ready.ts';

const dnf: Remedy = { commands: ['dnf install make'], text: 'Install make.', link: null, packages: ['make'] };
const image: Remedy = { commands: [], text: 'Install the kernel.', link: null, packages: [] };

function verdict(status: Verdict['status'], remedies: Remedy[] = []): Verdict {
  return { status, summary: `It is ${status}.`, because: [], unproven: [], remedies };
}

/** What was found on a machine whose packages apt does not bring. */
function found(boot: Verdict): Assessment {
  return { verdicts: { freestanding: verdict('fixable', [dnf]), boot } } as unknown as Assessment;
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
  it('nothing is run, even unasked, and the commands are left to a person', async () => {
    await expect(ask(found(verdict('ready')), false)).rejects.toThrow(
      /^Nothing was changed.*by hand.*\n {2}dnf install make$/s,
    );
  });

  it('a dry run prints the commands', async () => {
    await expect(ask(found(verdict('ready')), true)).resolves.toBeNull();
    expect(shown).toBe('dnf install make\n');
  });

  it('a goal out of reach does not hide what brings the others', async () => {
    await expect(ask(found(verdict('blocked', [image])), false)).rejects.toThrow(
      'It is blocked.\n  Install the kernel.\nCommands bring what else is missing:\n  dnf install make',
    );
  });
});

it('does nothing where everything is ready', async () => {
  const before = { verdicts: { freestanding: verdict('ready'), boot: verdict('ready') } } as unknown as Assessment;
  await expect(ask(before, false)).resolves.toBe(before);
});
