import { describe, expect, test } from 'vitest';
import { readCommandLine, wordsFromYo } from '../../generators/app/command-line.ts';
import { givenAnswers } from '../../src/cli/options/given-answers.ts';
import { UsageError } from '../../src/model/usage-error.ts';

const nothing = { args: [], options: {} };

describe('started by yo', () => {
  const read = (...argv: string[]) => readCommandLine(wordsFromYo(argv), nothing);

  test.each(['kernel-rust-module', 'kernel-rust-module:app', 'generator-kernel-rust-module'])(
    '%s is known by its name, also behind options of yo',
    (name) => {
      expect(wordsFromYo(['--no-color', name, 'hello'])).toEqual(['hello']);
    },
  );

  test('numbers, quotes and white space stay as they were typed', () => {
    expect(read('kernel-rust-module', '007', '--description', '"1e3" ', '--author', '0x10')).toMatchObject({
      positionals: ['007'],
      options: { description: '"1e3" ', author: '0x10' },
    });
  });

  test('a switch does not swallow the name behind it', () => {
    expect(read('kernel-rust-module', '--yes', 'hello')).toMatchObject({
      positionals: ['hello'],
      options: { yes: true },
    });
  });

  test("yo's own options are let through", () => {
    expect(read('kernel-rust-module', 'hello', '--skip-install', '--debug', '--no-color').positionals).toEqual([
      'hello',
    ]);
  });

  test.each([
    [['--bogus'], 'There is no option "--bogus" here; allowed are: --description'],
    [['-y'], 'There is no option "-y" here'],
    [['--flavour', 'vanilla'], 'it takes one of: freestanding, rust-for-linux.'],
    [['--description'], '--description needs a value'],
    [['--yes=no'], '--yes takes no value'],
    [['a', 'b'], 'not "a" and "b"'],
    [['a', '--description', 'Hello,'], 'yo takes the comma that ends "Hello," for the end of a command'],
  ])('%j is refused in one sentence', (words, reason) => {
    const refused = () => givenAnswers(read('kernel-rust-module', ...words));
    expect(refused).toThrow(UsageError);
    expect(refused).toThrow(reason);
    expect(refused).toThrow(/^[^\n]*\.$/);
  });
});

describe('run by another program', () => {
  const adopt = (args: unknown[], options: Record<string, unknown>) =>
    readCommandLine(wordsFromYo(['other']), { args, options });

  test('its arguments and options are taken, in both spellings', () => {
    expect(adopt(['hello'], { description: 'd', dryRun: true, force: false })).toEqual({
      positionals: ['hello'],
      options: expect.objectContaining({ description: 'd', 'dry-run': true, force: undefined }),
    });
  });

  test('what an environment shares with every generator is left alone', () => {
    expect(adopt([], { skipInstall: true, sharedData: {}, namespace: 'x' }).positionals).toEqual([]);
  });

  test('a value that became a number is refused rather than guessed', () => {
    expect(() => adopt([], { author: 7 })).toThrow('The option author takes a text, and was handed 7.');
  });

  test('a switch that swallowed a name is explained', () => {
    expect(() => adopt([], { yes: 'hello' })).toThrow(
      'The option yes is on or off, and was handed "hello": NAME comes before the options.',
    );
  });
});
