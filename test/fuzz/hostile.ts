import fc from 'fast-check';

const pieces = [
  ...[
    ' ',
    '\n',
    '\t',
    '\r',
    '\0',
    '(',
    ')',
    '"',
    "'",
    '\\',
    '#',
    '=',
    ':',
    '-',
    '.',
    '/',
    '[',
    '<',
    '&',
    '$(id)',
    '`id`',
  ],
  ...[
    '\u001b]52;c;ZXZpbA==\u0007',
    '\u009b2J',
    '\u202e',
    '\u200b',
    '\ud800',
    '\u0000',
    '漢',
    '::error::x',
    '%0A',
    ']]>',
  ],
  ...['CONFIG_', 'CONFIG_RUST=y\n', 'CONFIG_RUSTC_VERSION_TEXT="', 'CONFIG_CC_VERSION_TEXT=', 'CONFIG_64BIT=y\n'],
  ...['case "$1" in\n', '*)\n', ';;\n', 'if [ "$ARCH" = x ]; then\n', 'echo 1.2.3\n', 'else\n', 'fi\n', 'rustc)\n'],
  ...[
    'config RUSTC_SUPPORTS_X\n',
    ' select HAVE_RUST if ',
    ' depends on ',
    '!',
    '&&',
    '||',
    'include /',
    'KBUILD_OUTPUT = /',
  ],
  ...[
    'rustc 1.85.1 (4eb161250 2025-03-15)',
    'host: x\n',
    'clang version 19.1.7',
    'GNU ld (x) 2.40',
    'bindgen 0.71.1',
    'LLVM version: 1',
  ],
  ...[
    'VERSION = 7\n',
    'PATCHLEVEL = 3\n',
    'SUBLEVEL = 4\n',
    '#define UTS_RELEASE "7.3.4"\n',
    '/hello.ko\n',
    '/hello\tvmlinux\n',
  ],
  ...[
    'ID=debian\n',
    'PRETTY_NAME="',
    '{',
    '}',
    '[]',
    'null',
    '1e999',
    '"__proto__":',
    '999999999999999999999',
    '-1',
    '../',
    'kernel-rust-module',
  ],
];

const repeated = fc
  .tuple(fc.constantFrom(...pieces), fc.constantFrom(2, 50, 2000, 20_000))
  .map(([piece, times]) => piece.repeat(times));

/** Text as nobody means well: what has broken parsers, terminals and patterns somewhere, many times or once. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: repeated },
  { weight: 1, arbitrary: fc.tuple(repeated, repeated, repeated).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);

/** The same without what no environment and no path can hold. */
export const hostileWord = hostileText.map((text) => text.replaceAll('\0', '').slice(0, 3000));

/** Some bytes of a file changed, or its end cut off. */
export function damaged(whole: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.tuple(fc.nat(Math.max(0, Math.min(whole.length, 4096) - 1)), fc.nat(255));
  return fc.tuple(fc.array(change, { maxLength: 12 }), fc.option(fc.nat(whole.length))).map(([changes, length]) => {
    const copy = Buffer.from(whole.subarray(0, length ?? whole.length));
    for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
    return copy;
  });
}

/** What a terminal would obey, or nobody would see. */
export const unseen = /(?![ \n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/u;
