import { describe, expect, it } from 'vitest';
import { describeCheck, renderCheck, renderCheckList } from '../../src/report/checks.ts';

const judge = () => {
  throw new Error('nothing is to be judged');
};
const informing = { id: 'host.kernel', title: 'Running kernel', goals: [], about: '', remedy: '', source: '', judge };
const deciding = {
  ...{ id: 'make.version', title: 'make', goals: ['freestanding', 'boot'] as const, judge },
  ...{ about: 'Whether make is there.', remedy: 'Install it.', source: 'Documentation/process/changes.rst' },
};

describe('the list of checks', () => {
  it('has id, title and goals in columns, without judging anything', () => {
    expect(renderCheckList([informing, deciding])).toBe(
      'host.kernel   Running kernel  nothing: it informs\nmake.version  make            freestanding, boot\n',
    );
  });
});

describe('the explanation of a check', () => {
  it('says what it asks, what it decides, what helps and where its rule comes from', () => {
    expect(renderCheck(deciding)).toBe(
      [
        'make.version: make',
        'Whether make is there.',
        'Decides: freestanding, boot',
        'What helps: Install it.',
        'Source: Documentation/process/changes.rst\n',
      ].join('\n\n'),
    );
  });

  it('is the same for programs', () => {
    const { judge: _, ...told } = deciding;
    expect(describeCheck(deciding)).toEqual(told);
  });
});
