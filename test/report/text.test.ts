import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderText } from '../../src/report/text.ts';
import { facts, host, rustupRustc, tree } from '../judge/facts.ts';
import { recorded } from '../judge/fixtures.ts';
import { assess } from '../judge/judging.ts';

const bare = assess(recorded.bookwormBare);
const plain = { colour: false, verbose: false };

describe('the text report', () => {
  it('begins with the verdicts, each with its status word and one sentence', () => {
    const text = renderText(bare, plain);
    expect(text).toMatch(/^BLOCKED {2}rust-for-linux {2}Rust for Linux modules cannot be built/);
    expect(text).toMatch(/^FIXABLE {2}freestanding {4}Freestanding modules can be built/m);
    expect(text).toMatch(/^FIXABLE {2}boot {12}Modules can be booted in QEMU/m);
  });

  it('has every command whole on a line of its own, the ones that help before advice', () => {
    const lines = renderText(bare, plain).split('\n');
    const install =
      '      apt-get install --yes --no-remove --no-install-recommends linux-headers-amd64 rustc-web rust-web-src';
    expect(lines).toContain(install);
    expect(lines.indexOf(install)).toBeLessThan(
      lines.findIndex((line) => line.includes('Write a freestanding module')),
    );
  });

  it('names the command that does all of it, where packages help', () => {
    const setup = '      kernel-rust-module setup\n';
    expect(renderText(bare, plain)).toContain(setup);
    expect(renderText(assess(facts({ kernels: [], host: host({ distribution: null }) })), plain)).not.toContain(setup);
  });

  it('gives a remedy that several goals share once', () => {
    const text = renderText(assess(facts({ kernels: [], host: host({ distribution: null }) })), plain);
    expect(text).toMatch(/^ {2}rust-for-linux, freestanding, boot: Install kernel headers;/m);
  });

  it('tells the failing findings by word alone, in columns', () => {
    const text = renderText(bare, plain);
    expect(text).toMatch(/^ {2}ok {7}Architecture {15}x86_64$/m);
    expect(text).toMatch(/^ {2}FAIL {5}Kernel tree {16}no kernel tree is installed$/m);
    expect(text).toMatch(/^ {2}skip {5}LLVM in clang {14}clang is not installed$/m);
  });

  it('names the kernel chosen, and every rustc with what became of it', () => {
    const text = renderText(
      assess(
        facts({
          rustcs: [rustupRustc(), ...facts().rustcs],
          kernels: [tree(), tree({ dir: '/usr/src/old', release: '6.1.0-40-amd64' })],
        }),
      ),
      plain,
    );
    expect(text).toContain('since the\n  running kernel');
    expect(text).toContain('  Also here: 6.1.0-40-amd64 in /usr/src/old (headers).');
    expect(text).toContain('      passed over: no library source in its sysroot');
    expect(text).toContain('      chosen for freestanding, with library source in');
  });

  it.each([80, 132])('fits into %i columns but for commands and for words that are longer themselves', (width) => {
    const lines = renderText(bare, { ...plain, width }).split('\n');
    const tooLong = lines.filter((line) => line.length > width && !line.startsWith('      apt-get '));
    expect(tooLong.filter((line) => /\S\s+\S/.test(line))).toEqual([]);
  });

  it('colours nothing unless asked, and says the same with colours', () => {
    const text = renderText(bare, plain);
    const coloured = renderText(bare, { ...plain, colour: true });
    expect(text).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(text);
  });

  it('adds ids, details, the cache and the commands only when asked to be verbose', () => {
    const report = assess(
      facts({
        host: host({ cache: { dir: '/home/user/.cache/kernel-rust-module', bytes: 12_340_000 } }),
        commands: [
          { argv: ['/usr/bin/make', '--version'], exitCode: 0, milliseconds: 7, timedOut: false },
          { argv: ['/opt/rustc', '-vV'], exitCode: null, milliseconds: 5003, timedOut: true },
        ],
      }),
    );
    const text = renderText(report, { ...plain, verbose: true });
    expect(text).toContain('kernel.rust');
    expect(text).toContain('  /home/user/.cache/kernel-rust-module (12.3 MB)');
    expect(text).toContain('  exit 0       7 ms  /usr/bin/make --version');
    expect(text).toContain('  TIMEOUT   5003 ms  /opt/rustc -vV');
    expect(renderText(report, plain)).not.toMatch(/kernel\.rust|12\.3 MB|5003 ms/);
  });

  it('says where core and alloc go for a user without a home', () => {
    const report = assess(facts({ host: host({ cache: { dir: null, bytes: 0 } }) }));
    expect(renderText(report, { ...plain, verbose: true })).toContain('  none: this user has no home folder');
  });

  it('lets no control character of a folder name through to the terminal', () => {
    const named = tree({ dir: '/k\u001b]0;x\u0007\u202e', origin: 'named', state: 'not-a-tree' });
    const text = renderText(assess(facts({ kernels: [named] })), plain);
    expect(text).toContain('/k?]0;x??');
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});
