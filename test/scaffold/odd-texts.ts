import fc from 'fast-check';

/** What has broken out of a string, a comment or a template somewhere before. */
export const nasties = [
  ...[
    '"',
    '\\',
    '\\"',
    '\\\\"',
    "'",
    '{{',
    '}}',
    '{{name}}',
    '{{{',
    '\\{{',
    '{{/if}}',
    '{{!',
    '*/',
    '/*',
    '//',
    '\n',
    '\r',
    '\r\n',
    '\t',
  ],
  ...[
    '??/',
    '??/"',
    '???/',
    '\\\n',
    '%s',
    '%',
    '$(shell id)',
    '$$',
    '`id`',
    '#',
    '\x1b[31m',
    '\x7f',
    '\x85',
    '\u200d',
    '👩‍👩‍👧',
    '🦀',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u2028',
    '\ufeff',
    '\u00ad',
    '\u00a0',
    'é',
    '中',
    'ß',
    '1',
    '7',
    'f',
    'u{41}',
    '");',
    '"#',
    'b"',
    'r#"',
  ],
  ...['\udbff\udfff', '\ue000', '<script>', '](http://x)', '![', '</td>', '&lt;', '|', '\u0301', ' ', '  '],
];

const pieces = fc.oneof(
  fc.constantFrom(...nasties),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

/** Any text that a description or an author may be. */
export const oddText = fc
  .array(pieces, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').replaceAll('\0', ''))
  .filter((text) => text !== '' && Buffer.byteLength(text) <= 1000);
