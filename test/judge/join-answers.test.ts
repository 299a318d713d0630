import { expect, it } from 'vitest';
import { joinAnswers, type Part } from '../../src/judge/join-answers.ts';
import { advice } from '../../src/judge/remedy/remedies.ts';

const part = (status: Part['status'], goals: Part['goals'], found: string): Part => ({ status, goals, found });

it('an answer that fails is for its own goals only', () => {
  const parts = [part('ok', ['freestanding'], 'new enough'), part('fail', ['kernel'], 'too old')];
  expect(joinAnswers(parts)).toMatchObject({ status: 'fail', goals: ['kernel'], found: 'too old' });
});

it('answers that fail alike are said once, for all their goals', () => {
  const parts = [part('fail', ['freestanding'], 'not here'), part('fail', ['kernel'], 'not here')];
  expect(joinAnswers(parts)).toMatchObject({ goals: ['freestanding', 'kernel'], found: 'not here' });
});

it('answers that fail differently are both said, with the remedies of both', () => {
  const remedies = [advice('Do this.')];
  const parts = [
    { ...part('crash', ['freestanding'], 'a crashed'), needed: 'a', remedies },
    { ...part('fail', ['kernel'], 'b is missing'), needed: 'b' },
  ];
  expect(joinAnswers(parts)).toMatchObject({
    status: 'crash',
    found: 'a crashed, and b is missing',
    needed: 'a, and b',
    remedies,
  });
});

it('of those that do not fail, the worst is told for all goals', () => {
  const parts = [
    part('skip', [], 'nobody asked'),
    part('warn', ['kernel'], 'odd'),
    part('ok', ['freestanding'], 'fine'),
  ];
  expect(joinAnswers(parts)).toMatchObject({ status: 'warn', found: 'odd', goals: ['kernel', 'freestanding'] });
});
