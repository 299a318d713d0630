import { expect, it } from 'vitest';
import { probe } from '../../../src/cli/commands/probe.ts';
import { probeMatrix, wantsMatrix } from '../../../src/cli/commands/probe-matrix.ts';
import type { Format } from '../../../src/cli/delivery/formats.ts';
import { parseOptions } from '../../../src/cli/options/options.ts';

const parse = (...words: string[]) => parseOptions(words, probe.options);

it.each([
  [['--all-arches'], true],
  [['--arch', 'arm64,arm'], true],
  [['--arch', 'arm64', '--arch', 'aarch64'], true],
  [['--arch', 'm68k'], true],
  [['--arch', 'arm64'], false],
  [['--arch', 'vax'], false],
  [[], false],
])('%j asks for the matrix: %s', (words, wanted) => {
  expect(wantsMatrix(parse(...words))).toBe(wanted);
});

it.each([
  [['--all-arches', '--arch', 'arm'], 'text', 'Give either --all-arches or --arch ARCH, not both.'],
  [['--all-arches', '--strict'], 'text', '--strict goes with one architecture'],
  [['--arch', 'arm,arm64', '--try'], 'text', '--try goes with one architecture'],
  [['--all-arches', '--all-kernels'], 'text', '--all-kernels goes with one architecture'],
  [['--all-arches'], 'junit', 'Several architectures are told as text, json or markdown, not as junit.'],
  [['--all-arches'], 'github', 'Several architectures are told as text, json or markdown, not as github.'],
  [['--arch', 'arm,vax'], 'text', '"vax" is no architecture this tool knows; it knows x86_64, '],
  [['--arch', 'vax'], 'text', 'and those of which kernel-rust-module probe --all-arches tells besides.'],
  [
    ['--all-arches', '--kdir', '/a', '--kernel', '6.1'],
    'text',
    'Give either --kdir DIR or --kernel RELEASE, not both.',
  ],
])('refuses %j as %s', async (words, format, message) => {
  const refused = probeMatrix(
    parse(...words),
    format as Format,
    { colour: false, verbose: false, columns: undefined },
    [],
  );
  await expect(refused).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(message) });
});
