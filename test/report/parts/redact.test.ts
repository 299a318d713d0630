import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/report/parts/redact.ts';
import { assessment } from '../../scaffold/assessment.ts';

const jane = { home: '/home/jane', user: 'jane', machine: 'box.example.org' };

/** What becomes of a text anywhere in a report. */
const redacted = (text: string, person = jane) => {
  const base = assessment();
  return redact({ ...base, target: { ...base.target, chosen: text } }, person).target.chosen;
};

describe('a report without the person', () => {
  it.each([
    ['the tree in /home/jane/linux', 'the tree in ~/linux'],
    ['/home/jane', '~'],
    ['-I/home/jane/linux "/home/jane/x"', '-I/home/USER/linux "~/x"'],
    ['/home/jane-old/linux', '/home/USER-old/linux'],
    ['/srv/home/jane/x /media/jane/usb', '/srv/home/USER/x /media/USER/usb'],
    ['built by jane@box.example.org', 'built by USER@HOST'],
    ['6.1.0-box', '6.1.0-HOST'],
    ['janet, trojanes and boxes', 'janet, trojanes and boxes'],
  ])('%j reads %j', (text, told) => {
    expect(redacted(text)).toBe(told);
  });

  it('keeps what tells of nobody: root, localhost, and the name of the distribution', () => {
    const distribution = { id: 'debian', versionId: '13', name: 'Debian' };
    const report = assessment({ host: { ...assessment().host, distribution } });
    const root = { home: '/root', user: 'root', machine: 'localhost' };
    expect(redacted('As root on localhost in /root/x', root)).toBe('As root on localhost in ~/x');
    expect(redact(report, { home: '/', user: '', machine: 'debian' })).toEqual(report);
  });

  it('takes a name for what it is, whatever it means to a pattern', () => {
    expect(redacted('/home/a.b/x /home/aXb/x', { home: '/home/a.b', user: 'a.b', machine: 'h' })).toBe(
      '~/x /home/aXb/x',
    );
    expect(redacted('c++ and c', { home: '', user: 'c++', machine: '(x' })).toBe('USER and c');
  });

  it('reaches every part of it', () => {
    const commands = [{ argv: ['/home/jane/bin/rustc', '-vV'], exitCode: 0, milliseconds: 1, timedOut: false }];
    const trials = [{ goal: 'freestanding' as const, exitCode: 2, seconds: 1, agrees: true, output: ['jane'] }];
    const report = redact(assessment({ commands, trials }), jane);
    expect(JSON.stringify(report)).not.toContain('jane');
    expect(report.commands[0]?.argv).toEqual(['~/bin/rustc', '-vV']);
  });
});
