import type { Assessment } from '../../model/assessment.ts';

/** Whom a report is not to name. */
export interface Person {
  /** The home folder; empty where there is none. */
  home: string;
  user: string;
  /** The machine's own name, with or without its domain. */
  machine: string;
}

/** What many users and machines are called, which tells of nobody. */
const commonNames = ['', 'root', 'localhost'];

/** The same report with the home folder as `~`, the user as `USER` and the machine as `HOST`, wherever they stand as words of their own. */
export function redact(assessment: Assessment, { home, user, machine }: Person): Assessment {
  const common = [...commonNames, assessment.host.distribution?.id];
  const folder = home.replace(/(?<!\/)\/+$/, '');
  const names = [
    { name: machine, by: 'HOST' },
    { name: machine.split('.')[0] ?? '', by: 'HOST' },
    { name: user, by: 'USER' },
  ].filter(({ name }) => !common.includes(name));
  const rules = [
    ...(folder === '' ? [] : [{ pattern: new RegExp(`(?<![\\w/.-])${literally(folder)}(?![\\w.-])`, 'gu'), by: '~' }]),
    ...names.map(({ name, by }) => ({
      pattern: new RegExp(`(?<![\\p{L}\\p{N}_])${literally(name)}(?![\\p{L}\\p{N}_])`, 'gu'),
      by,
    })),
  ];
  const conceal = (text: string) => rules.reduce((left, { pattern, by }) => left.replace(pattern, by), text);
  return JSON.parse(JSON.stringify(assessment), (_key, value) => (typeof value === 'string' ? conceal(value) : value));
}

/** A regular expression that matches this text alone. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
