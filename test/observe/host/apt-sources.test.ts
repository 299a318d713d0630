import { expect, test } from 'vitest';
import { observeAptSources } from '../../../src/observe/host/apt-sources.ts';
import { pretendMachine } from '../pretend-machine.ts';

const main = { uri: 'http://mirror.example/debian', suite: 'trixie', components: ['main', 'contrib'], signedBy: null };

test('reads one-line entries, with options and comments', () => {
  const { root, file } = pretendMachine();
  file(
    'etc/apt/sources.list',
    [
      '# deb http://mirror.example/debian forky main',
      'deb http://mirror.example/debian trixie main contrib # the usual',
      'deb-src http://mirror.example/debian trixie main',
      'deb [ arch=amd64 signed-by=/usr/share/keyrings/x.gpg ] https://mirror.example/x stable main',
    ].join('\n'),
  );
  expect(observeAptSources(root)).toEqual([
    main,
    {
      uri: 'https://mirror.example/x',
      suite: 'stable',
      components: ['main'],
      signedBy: '/usr/share/keyrings/x.gpg',
    },
  ]);
});

test('reads stanzas, each address with each suite, and none that is disabled or has no programs', () => {
  const { root, file } = pretendMachine();
  file(
    'etc/apt/sources.list.d/debian.sources',
    [
      'Types: deb deb-src',
      '# a comment',
      'URIs: http://mirror.example/debian',
      'Suites: trixie trixie-backports',
      'Components: main contrib',
      '',
      'Enabled: no',
      'Types: deb',
      'URIs: http://mirror.example/off',
      'Suites: trixie',
      'Components: main',
      '',
      'Types: deb-src',
      'URIs: http://mirror.example/src',
      'Suites: trixie',
      '',
      'Types: deb',
      'URIs: http://mirror.example/key',
      'Suites: ./',
      'Signed-By:',
      ' -----BEGIN PGP PUBLIC KEY BLOCK-----',
      ' .',
    ].join('\n'),
  );
  file('etc/apt/sources.list.d/old.list.save', 'deb http://mirror.example/old trixie main');
  expect(observeAptSources(root)).toEqual([
    main,
    { ...main, suite: 'trixie-backports' },
    {
      uri: 'http://mirror.example/key',
      suite: './',
      components: [],
      signedBy: expect.stringContaining('BEGIN PGP'),
    },
  ]);
});

test('a machine without apt has none', () => {
  expect(observeAptSources(pretendMachine().root)).toEqual([]);
});
