import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../../src/cli/options/leave-out.ts';
import { checks } from '../../../src/judge/checks/index.ts';

const all = checks.map(({ id }) => id);
const chosen = (options: Record<string, string[]>) => leaveOut({ options, positionals: [] }, []);

describe('what is left out', () => {
  it('is nothing when nothing is said', () => {
    expect(chosen({})).toEqual([]);
  });

  it('is what is skipped, and all but what alone is looked at', () => {
    expect(chosen({ skip: ['make.version', 'make.version'] })).toEqual(['make.version']);
    expect(chosen({ only: ['make.version', 'kernel.tree'] })).toEqual(
      all.filter((id) => id !== 'make.version' && id !== 'kernel.tree'),
    );
    expect(chosen({ only: ['make.version', 'kernel.tree'], skip: ['kernel.tree'] })).toEqual(
      all.filter((id) => id !== 'make.version'),
    );
  });

  it('must be checks that there are: those of the same area are named, or all', () => {
    expect(() => chosen({ skip: ['make.verzion'] })).toThrow(
      '--skip knows no check "make.verzion"; there are: make.version.',
    );
    expect(() => chosen({ only: ['nothing'] })).toThrow(`there are: ${all.join(', ')}.`);
  });

  it('may not be everything for want of the goal kernel', () => {
    const idle = checks.find(({ goals }) => goals.length === 1 && goals[0] === 'kernel');
    if (idle === undefined) throw new Error('no check is for the goal kernel alone');
    const only = { options: { only: [idle.id] }, positionals: [] };
    expect(() => leaveOut(only, [])).toThrow(`--only ${idle.id} looks at nothing without --for kernel.`);
    expect(leaveOut(only, ['kernel'])).toHaveLength(all.length - 1);
  });
});
