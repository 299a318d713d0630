import { describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { type AnswerSources, collectAnswers } from '../../src/scaffold/collect-answers.ts';
import { promptChoices, type Question, type QuestionContext } from '../../src/scaffold/questions.ts';

const verdict = (status: 'ready' | 'blocked') => ({
  'rust-for-linux': { status, summary: '', because: [], unproven: [], remedies: [] },
});
const context: QuestionContext = {
  author: 'Jane Doe <jane@example.org>',
  verdicts: verdict('blocked'),
  kernel: { release: '6.12.107+deb13-amd64' },
};
const sources = (overrides: Partial<AnswerSources>): AnswerSources => ({
  given: {},
  context,
  yes: false,
  ask: null,
  ...overrides,
});

describe('with --yes', () => {
  test('every question takes its default', async () => {
    const { answers, notes } = await collectAnswers(sources({ yes: true }));
    expect(answers).toEqual({
      name: 'hello',
      description: 'A kernel module written in Rust',
      author: 'Jane Doe <jane@example.org>',
      licence: 'GPL-2.0',
      flavour: 'freestanding',
      kind: 'hello',
      withC: false,
    });
    expect(notes).toEqual([]);
  });

  test('the flavour is rust-for-linux where that is ready', async () => {
    const ready = { ...context, verdicts: verdict('ready') };
    expect((await collectAnswers(sources({ yes: true, context: ready }))).answers.flavour).toBe('rust-for-linux');
  });

  test.each([
    [{ kind: 'sync' }, { flavour: 'rust-for-linux', kind: 'sync', withC: false }],
    [{ withC: true }, { flavour: 'rust-for-linux', kind: 'hello', withC: true }],
  ])('the flavour for %j is the one that has it', async (given, expected) => {
    expect((await collectAnswers(sources({ yes: true, given }))).answers).toMatchObject(expected);
  });

  test.each([
    [{ flavour: 'freestanding', kind: 'sync' }, 'The flavour freestanding has no sync'],
    [{ flavour: 'rust-for-linux', kind: 'debugfs' }, 'for Linux 6.12.107+deb13-amd64: '],
    [
      { flavour: 'freestanding', withC: true },
      'A freestanding module has C in it as it is, in src/module.c: --with-c goes with --flavour rust-for-linux.',
    ],
  ])('%j is refused', async (given, reason) => {
    const refused = collectAnswers(sources({ yes: true, given }));
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(reason);
  });

  test('an author is named even where git knows none', async () => {
    const anonymous = { ...context, author: null };
    expect((await collectAnswers(sources({ yes: true, context: anonymous }))).answers.author).toBe('Unknown author');
  });

  test('nobody is asked', async () => {
    const ask = vi.fn();
    await collectAnswers(sources({ yes: true, ask }));
    expect(ask).not.toHaveBeenCalled();
  });

  test('what is given wins, and hyphens in the name are spoken of', async () => {
    const given = { name: 'my-module', licence: 'GPL-2.0 OR MIT' };
    const { answers, notes } = await collectAnswers(sources({ yes: true, given }));
    expect(answers).toMatchObject({ name: 'my_module', licence: 'GPL-2.0 OR MIT' });
    expect(notes).toEqual([
      'The module is called my_module: names of modules have underscores where my-module has hyphens.',
    ]);
  });

  test("an author out of git's configuration that cannot be kept is refused like any other", async () => {
    const odd = { ...context, author: 'x'.repeat(2000) };
    await expect(collectAnswers(sources({ yes: true, context: odd }))).rejects.toThrow('The author is 2000 bytes long');
  });
});

describe('at a terminal', () => {
  test('what is not given is asked in order, and a question with one choice is not', async () => {
    const ask = vi.fn(async (_question, suggestion: string) => suggestion);
    await collectAnswers(sources({ given: { author: 'me' }, ask }));
    expect(ask.mock.calls.map(([question, suggestion]) => [question.id, suggestion])).toEqual([
      ['name', 'hello'],
      ['description', 'A kernel module written in Rust'],
      ['licence', 'GPL-2.0'],
      ['flavour', 'freestanding'],
      ['kind', 'hello'],
    ]);
  });

  test('only the kinds that flavour and kernel have are offered, and what they do is said', async () => {
    const ask = vi.fn(async (_question: Question, suggestion: string) => suggestion);
    await collectAnswers(sources({ given: { flavour: 'rust-for-linux' }, ask }));
    const asked = ask.mock.calls.map(([question]) => question).find(({ id }) => id === 'kind') as Question;
    expect(promptChoices(asked)).toEqual([
      { value: 'hello', name: 'hello: says hello when it is loaded and goodbye when it is unloaded' },
      { value: 'sync', name: 'sync: shares state with a work item: Arc, Mutex, SpinLock and CondVar' },
    ]);
  });

  test('only the flavours that have the kind are offered: for one there is no question', async () => {
    const ask = vi.fn(async (_question: Question, suggestion: string) => suggestion);
    const { answers } = await collectAnswers(sources({ given: { kind: 'sync' }, ask }));
    expect(ask.mock.calls.map(([{ id }]) => id)).not.toContain('flavour');
    expect(answers.flavour).toBe('rust-for-linux');
  });

  test('what is given is checked before anything is asked', async () => {
    const ask = vi.fn();
    await expect(collectAnswers(sources({ given: { flavour: 'vanilla' }, ask }))).rejects.toThrow(
      'There is no flavour "vanilla"; it is one of: freestanding, rust-for-linux.',
    );
    expect(ask).not.toHaveBeenCalled();
  });

  test('an answer is checked even where the prompt did not', async () => {
    const ask = async () => 'not a name';
    await expect(collectAnswers(sources({ ask }))).rejects.toThrow(UsageError);
  });
});

describe('with nobody to ask and without --yes', () => {
  test('open questions are named with their options', async () => {
    await expect(collectAnswers(sources({ given: { name: 'x', author: 'me' } }))).rejects.toThrow(
      'There is no terminal to ask questions at: add --yes to take the defaults for what is not given, or give ' +
        '--description TEXT, --licence SPDX, --flavour FLAVOUR, --kind KIND.',
    );
  });

  test('nothing is missing when all is given', async () => {
    const given = {
      ...{ name: 'x', description: 'd', author: 'a', licence: 'GPL-2.0', flavour: 'freestanding', kind: 'params' },
    };
    expect((await collectAnswers(sources({ given }))).answers).toEqual({ ...given, withC: false });
  });
});
