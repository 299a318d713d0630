import { describe, expect, it } from 'vitest';
import { describeOptions, type OptionSpec, parseOptions } from '../../../src/cli/options/options.ts';

const specs: Record<string, OptionSpec> = {
  kdir: { value: 'DIR', help: 'the kernel tree' },
  format: { value: 'FORMAT', help: 'how to report', choices: ['text', 'json'] },
  yes: { help: 'ask nothing' },
};

const several: Record<string, OptionSpec> = {
  for: { value: 'GOAL', help: 'what for', choices: ['boot', 'kernel'], multiple: true },
};

describe('parseOptions', () => {
  it('reads switches, values in both spellings, and positionals in any order', () => {
    expect(parseOptions(['hello', '--yes', '--kdir=/k', '--format', 'json', '007'], specs)).toEqual({
      options: { yes: true, kdir: '/k', format: 'json' },
      positionals: ['hello', '007'],
    });
  });

  it('takes everything after -- as positional', () => {
    expect(parseOptions(['--', '--yes'], specs).positionals).toEqual(['--yes']);
  });

  it('collects the values of an option that takes several, from commas and from repetition', () => {
    expect(parseOptions(['--for', 'boot,kernel', '--for=boot'], several).options).toEqual({
      for: ['boot', 'kernel', 'boot'],
    });
    expect(() => parseOptions(['--for', 'boot,,kernel'], several)).toThrow(
      '--for takes a value before and after each comma',
    );
    expect(() => parseOptions(['--for', 'kernal'], several)).toThrow('it takes one of: boot, kernel.');
  });

  it.each([
    [['--bogus'], 'There is no option "--bogus" here; allowed are: --kdir --format --yes.'],
    [['-x'], 'There is no option "-x" here; allowed are: --kdir --format --yes.'],
    [['--constructor'], 'There is no option "--constructor" here; allowed are: --kdir --format --yes.'],
    [['--no-yes'], 'There is no option "--no-yes" here; allowed are: --kdir --format --yes.'],
    [['--kdir'], '--kdir needs a value: --kdir DIR.'],
    [['--kdir='], '--kdir needs a value: --kdir DIR.'],
    [['--kdir', ''], '--kdir needs a value: --kdir DIR.'],
    [['--kdir', '--yes'], '--kdir needs a value: --kdir DIR.'],
    [['--format', 'xml'], '--format does not know "xml"; it takes one of: text, json.'],
    [['--yes=no'], '--yes takes no value, yet was given "no".'],
  ])('refuses %j in one sentence', (argv, message) => {
    expect(() => parseOptions(argv, specs)).toThrow(message);
  });
});

describe('describeOptions', () => {
  it('sets options and their help in two columns, with the values allowed', () => {
    expect(describeOptions(specs)).toBe(
      '  --kdir DIR       the kernel tree\n  --format FORMAT  how to report: text, json\n  --yes            ask nothing\n',
    );
  });
});
