import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Trial } from '../../src/model/assessment.ts';
import { renderText } from '../../src/report/text.ts';
import { facts, host, rustc, rustTree, rustupRustc, stockFacts, tree } from '../judge/facts.ts';
import { recorded } from '../judge/fixtures.ts';
import { assess } from '../judge/judging.ts';
import { allKernels } from './reports.ts';

const bare = assess(recorded.bookwormBare);
const plain = { colour: false, verbose: false, strict: false };

describe('the text report', () => {
  it('begins with the verdicts, each with its status word and one sentence', () => {
    const text = renderText(bare, plain);
    expect(text).toMatch(/^BLOCKED {3}rust-for-linux {2}Rust for Linux modules cannot be built/);
    expect(text).toMatch(/^FIXABLE {3}freestanding {4}Freestanding modules can be built/m);
    expect(text).toMatch(/^FIXABLE {3}boot {12}Modules can be booted in QEMU/m);
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

  it('names the command that makes the kernel tree too, where one is missing', () => {
    const text = renderText(assess(stockFacts()), plain);
    expect(text).toContain('      kernel-rust-module setup --for rust-for-linux\n');
    expect(text).toContain('      kernel-rust-module kdir --kernel 7.3.4+deb13-amd64 --yes\n');
  });

  it('gives a remedy that several goals share once', () => {
    const text = renderText(assess(facts({ kernels: [], host: host({ distribution: null }) })), plain);
    expect(text).toMatch(/^ {2}rust-for-linux, freestanding, boot: Install kernel headers;/m);
  });

  it('tells the failing findings by word alone, in columns', () => {
    const text = renderText(bare, plain);
    expect(text).toMatch(/^ {2}FAIL {5}Kernel tree {2,}no kernel tree is installed$/m);
  });

  it('tells what is well by its titles alone, and all of it only when asked to be verbose', () => {
    const text = renderText(bare, plain);
    expect(text).toMatch(/^ {2}ok {7}Architecture, /m);
    expect(text).toMatch(/^ {2}skip {5}(.*\n {11})*.*LLVM in clang/m);
    const verbose = renderText(bare, { ...plain, verbose: true });
    expect(verbose).toMatch(/^ {2}ok {7}Architecture {2,}x86_64$/m);
    expect(verbose).toMatch(/^ {2}skip {5}LLVM in clang {2,}clang is not installed$/m);
  });

  it('is about the goals that were asked for, and what they hang on', () => {
    const text = renderText(assess(recorded.bookwormBare, 'x86_64', { asked: ['boot'] }), plain);
    expect(text).toMatch(/^FIXABLE {3}boot /);
    expect(text).not.toMatch(/freestanding {4}|rust-for-linux|CONFIG_RUST/);
  });

  it('says what was left out, and so is unproven', () => {
    const left = assess(facts(), 'x86_64', {
      asked: ['freestanding'],
      leaveOut: new Set(['make.version', 'boot.qemu']),
    });
    const text = renderText(left, plain);
    expect(text).toMatch(/^UNPROVEN {2}freestanding /);
    expect(text).toContain('\nLeft out, so unproven\n  make.version\n');
  });

  it('says which warnings fail when it is strict', () => {
    const report = assess(facts({ kernels: [tree({ release: '6.1.0-40-amd64' })] }));
    expect(renderText(report, { ...plain, strict: true })).toMatch(/^Failed, since --strict .*: host\.kernel/m);
    expect(renderText(report, plain)).not.toContain('--strict');
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
    expect(text).toContain(String.raw`/k\u{1b}]0;x\u{7}\u{202e}`);
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});

describe('the text report on every kernel', () => {
  it('has the verdicts under a heading a kernel, then what to do once, and the toolchains', () => {
    const text = renderText(allKernels(), plain);
    const places = ['6.1.0-56-amd64 in /lib', '6.1.0-40-amd64 in /usr/src/old\n', '\nWhat to do\n', '\nToolchains\n'];
    const found = places.map((place) => text.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(text.match(/Write a freestanding module/g)).toHaveLength(1);
    expect(text).not.toContain('\nFindings');
  });

  it('says of a warning that comes for several kernels how often it does', () => {
    const kernels = ['5.1.0', '5.2.0', '5.3.0'].map((release) => tree({ release, dir: `/k/${release}` }));
    const text = renderText(allKernels(facts({ kernels })), plain);
    expect(text.match(/^ {2}warn {5}Running kernel/gm)).toHaveLength(1);
    expect(text.replace(/\s+/g, ' ')).toContain('(2 more like it: --verbose tells all of them)');
  });

  it('tells the findings of each kernel when asked to be verbose', () => {
    expect(renderText(allKernels(), { ...plain, verbose: true })).toMatch(
      /^ {2}FAIL {5}Exported symbols {2,}\/usr\/src\/old/m,
    );
  });

  it('passes over a rustc only where every kernel does', () => {
    const kernels = [tree(), rustTree({ origin: 'installed' })];
    const rustcs = [rustc({ librarySource: null, librarySourceVersion: null })];
    const text = renderText(allKernels(facts({ kernels, rustcs })), plain);
    expect(text).toContain('chosen for rust-for-linux');
    expect(text).not.toContain('passed over: no library source');
  });
});

describe('what the text report says of trials', () => {
  const tried = (trial: Partial<Trial>) =>
    renderText(
      assessed({ goal: 'freestanding', exitCode: 0, seconds: 3.25, agrees: true, output: ['last words'], ...trial }),
      plain,
    ).replace(/\n {20,}/g, ' ');
  const assessed = (trial: Trial) => ({ ...assess(facts()), trials: [trial] });

  it.each([
    [{}, /^built {5}freestanding {4}make built a throw-away module in 3\.3 s, as the verdict says\.$/m],
    [{ exitCode: 2 }, /^FAILED .* \(exit status 2\), as the verdict says\.\n {2}\| last words$/m],
    [{ exitCode: 2, agrees: false }, /^WRONG .*The verdict is wrong: make could not build .* Please report this/m],
    [{ agrees: false }, /^WRONG .*The verdict is wrong: make built/m],
    [{ exitCode: null, agrees: null }, /^FAILED .*not run to its end\), which the verdict left unproven\.$/m],
  ])('%j', (trial, line) => {
    expect(tried(trial)).toMatch(line);
  });

  it('says so where there was nothing to try', () => {
    expect(renderText({ ...assess(facts({ kernels: [] })), trials: [] }, plain)).toContain('Nothing was tried');
  });
});
