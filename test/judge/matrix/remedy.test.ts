import { expect, it } from 'vitest';
import { judgeRemedy } from '../../../src/judge/matrix/remedy.ts';
import { advice } from '../../../src/judge/remedy/remedies.ts';
import { type Goal, goals, type VerdictStatus } from '../../../src/model/assessment.ts';
import { facts, host } from '../facts.ts';
import { assess } from '../judging.ts';
import { row } from '../matrix-facts.ts';

function verdicts(statuses: Partial<Record<Goal, VerdictStatus>>) {
  const all = assess(facts()).verdicts;
  for (const goal of goals) {
    all[goal] = { ...all[goal], status: statuses[goal] ?? 'blocked', remedies: [advice(`help for ${goal}`)] };
  }
  return all;
}

it.each([
  ['arm64', '12'],
  ['arm', '12'],
  ['ppc64le', '13'],
  ['riscv64', '13'],
  ['s390x', '12'],
  ['mips64el', '12'],
  ['loongarch64', ''],
])('lets set-up bring what modules for %s take on Debian %s', (name, versionId) => {
  const debian = host({ distribution: { id: 'debian', idLike: [], versionId, name: 'Debian' } });
  const remedy = judgeRemedy(row(name), verdicts({ freestanding: 'fixable', boot: 'fixable' }), debian, []);
  expect(remedy?.commands).toEqual([`kernel-rust-module setup --arch ${name}`]);
});

it('names the goals that set-up would not care for by itself', () => {
  const forGoals = (statuses: Parameters<typeof verdicts>[0], asked: Goal[]) =>
    judgeRemedy(row('x86_64'), verdicts(statuses), host(), asked)?.commands;
  expect(forGoals({ 'rust-for-linux': 'fixable', freestanding: 'ready', boot: 'ready' }, [])).toEqual([
    'kernel-rust-module setup --for rust-for-linux',
  ]);
  expect(forGoals({ boot: 'fixable', kernel: 'fixable' }, ['boot', 'kernel'])).toEqual([
    'kernel-rust-module setup --for boot,kernel',
  ]);
});

it('advises where set-up does not serve', () => {
  const fixable = verdicts({ freestanding: 'fixable' });
  expect(judgeRemedy(row('loongarch64'), fixable, host(), [])).toMatchObject({ text: 'help for freestanding' });
  const arm = host({ machine: 'aarch64' });
  expect(judgeRemedy(row('riscv64'), fixable, arm, [])).toMatchObject({ text: 'help for freestanding' });
  expect(judgeRemedy(row('arm64'), verdicts({}), host(), ['boot'])).toMatchObject({ text: 'help for boot' });
});

it('does not set up a boot with nothing to boot', () => {
  expect(judgeRemedy(row('s390x'), verdicts({ boot: 'fixable' }), host(), [])).toMatchObject({ commands: [] });
  const commands = ['kernel-rust-module setup --arch s390x --for boot'];
  expect(judgeRemedy(row('s390x'), verdicts({ boot: 'fixable' }), host(), ['boot'])).toMatchObject({ commands });
});

it('asks for nothing where one flavour is ready, or all that was asked for', () => {
  expect(judgeRemedy(row('arm64'), verdicts({ freestanding: 'ready' }), host(), [])).toBeNull();
  expect(judgeRemedy(row('arm64'), verdicts({ boot: 'ready' }), host(), ['boot'])).toBeNull();
});
