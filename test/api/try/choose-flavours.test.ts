import { describe, expect, it } from 'vitest';
import { flavoursToTry, refuseUntriable } from '../../../src/api/try/choose-flavours.ts';
import type { Goal } from '../../../src/model/assessment.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { facts } from '../../judge/facts.ts';
import { assess } from '../../judge/judging.ts';

const ready = facts();
const notReady = facts({ make: null });

describe('the flavours to try', () => {
  it.each([
    ['those that were asked for', notReady, ['boot', 'rust-for-linux'], ['rust-for-linux']],
    ['those that are ready, where none was asked for', ready, [], ['freestanding']],
    ['one, where none is ready but there is a tree', notReady, [], ['freestanding']],
    ['none, where there is no tree either', facts({ kernels: [] }), [], []],
  ] as const)('are %s', (_, observed, asked, chosen) => {
    expect(flavoursToTry(assess(observed, 'x86_64', { asked: [...asked] }))).toEqual(chosen);
  });

  it.each<[Goal[]]>([[['kernel']], [['boot', 'kernel']]])('cannot come from %j alone', (asked) => {
    expect(() => refuseUntriable(asked)).toThrow(UsageError);
    expect(() => refuseUntriable([...asked, 'freestanding'])).not.toThrow();
  });
});
