import { execFileSync } from 'node:child_process';
import { closeSync, openSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/judge/matrix/kconfig-expression.ts';
import { readProcMacro } from '../../src/observe/metadata/proc-macro.ts';
import { observeHaveRust } from '../../src/observe/tree/have-rust.ts';
import { parseMinimumTools } from '../../src/observe/tree/min-tool-version.ts';
import { findNamesake } from '../../src/observe/tree/namesake.ts';
import { renderText } from '../../src/report/text.ts';
import { withFile } from '../../src/system/files/files.ts';
import { readRegular } from '../../src/system/files/regular-file.ts';
import { facts, tree } from '../judge/facts.ts';
import { assess } from '../judge/judging.ts';
import { temporaryFolder } from '../write/folders.ts';
import { architecture } from './architecture.ts';
import { observed } from './observed.ts';
import { pretendMachine } from './pretend-machine.ts';

/** Milliseconds that a piece of work takes. */
async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

test('a giant table of sections in a sparse file is neither read whole nor kept', async () => {
  const path = join(temporaryFolder(), 'libmacros.so');
  const header = Buffer.alloc(64);
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]).copy(header);
  header.writeUInt16LE(62, 18);
  header.writeBigUInt64LE(64n, 40);
  for (const size of [64, 65535]) {
    header.writeUInt16LE(size, 58);
    header.writeUInt16LE(65535, 60);
    writeFileSync(path, header);
    truncateSync(path, 64 + 65535 * size);
    const before = process.memoryUsage().rss;
    expect(await timeOf(() => readProcMacro(path, 'libmacros.so'))).toBeLessThan(500);
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  }
});

test.each([
  ['lines and cases', `${'\n'.repeat(5461)}${'case "$1" in\n'.repeat(780)}`],
  ['blanks', `case "$1" in\n${' '.repeat(16_000)}x\n*)\n`],
  ['lines at the end', `case "$1" in\n${'\n'.repeat(16_000)}x\n*)\n`],
  [
    'branches',
    `case "$1" in\na)\nif [ "$ARCH" = x ]; then\necho 1\n${'elif [ "$ARCH" = x ]; then\necho 1\n'.repeat(400)}\n*)\n`,
  ],
  ['comments', `case "$1" in\n${' #'.repeat(8000)}\n*)\n`],
])('a script of many %s is read in no time', async (_, script) => {
  expect(await timeOf(() => parseMinimumTools(script, architecture('x86_64')))).toBeLessThan(200);
});

test.each([
  ['line breaks', '\n'.repeat(1e6)],
  ['spaces', `config RUSTC_SUPPORTS_X\n${' '.repeat(1e6)}`],
  ['selects', `\n select HAVE_RUST if ${' '.repeat(1e5)}#`.repeat(9)],
  ['depends', `config RUSTC_SUPPORTS_X\n depends on ${' '.repeat(1e5)}#`.repeat(9)],
])('a Kconfig file of many %s is read in no time', async (_, text) => {
  const machine = pretendMachine();
  machine.file('k/init/main.c');
  machine.file('k/Makefile', 'VERSION = 7\nPATCHLEVEL = 3\nSUBLEVEL = 4\n');
  machine.file('k/arch/x86/Kconfig', text);
  const kernels = [tree({ dir: join(machine.root, 'k'), origin: 'named' })];
  expect(await timeOf(() => observeHaveRust(kernels, machine.root))).toBeLessThan(1000);
});

test('a condition that lies in a thousand parentheses, or more, decides nothing', () => {
  expect(evaluate(`${'('.repeat(100_000)}X86`, () => true)).toBeUndefined();
  expect(evaluate('!'.repeat(100_000), () => true)).toBeUndefined();
  expect(evaluate(`${'('.repeat(400)}X86${')'.repeat(400)}`, () => true)).toBe(true);
});

test('a list of modules that is made to be slow is searched in no time', async () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'modules.order'), `updates/${'x'.repeat(4000)}/hello.ko\n`.repeat(5000));
  expect(await timeOf(() => findNamesake({ dir, release: null }, 'hello'))).toBeLessThan(3000);
});

test.each(['a named pipe', 'a device', 'a folder'])('%s in the place of a file is not read', async (kind) => {
  const folder = temporaryFolder();
  const place = join(folder, kind === 'a folder' ? '.' : 'file');
  if (kind === 'a device') symlinkSync('/dev/zero', place);
  if (kind === 'a named pipe') execFileSync('mkfifo', [place]);
  expect(withFile(place, () => 'read')).toBeNull();
  await expect(readRegular(place)).rejects.toThrow('is not an ordinary file');
});

test('a giant is refused before it is read', async () => {
  const path = join(temporaryFolder(), 'file');
  closeSync(openSync(path, 'w'));
  truncateSync(path, 1e12);
  await expect(readRegular(path)).rejects.toThrow('is longer than 68 MB');
});

test('of thousands of trees, files of metadata and programs some are looked at, and the facts say so', async () => {
  const machine = pretendMachine();
  for (let index = 0; index < 1000; index += 1) {
    machine.folder(`usr/src/linux-headers-6.${index}`);
    machine.link(`bin/gcc-${index}`, '/bin/true');
    machine.file(`k/rust/libx${index}.rmeta`);
  }
  machine.script('make', 'echo GNU Make 4.4.1');
  const all = await observed(machine);
  expect(all.limits).toContain('Of 1000 programs called gcc-NUMBER only 32 were looked at.');
  expect(all.limits).toContain('Of 1000 kernel trees only 100 were looked at.');
  const named = await observed(machine, { kdir: join(machine.root, 'k') });
  expect(named.limits?.join()).toMatch(/Of 1000 files of Rust metadata in .*\/k\/rust only 100 were looked at\./);
  const report = assess({ ...facts(), limits: all.limits ?? [] });
  expect(renderText(report, { colour: false, verbose: false, strict: false })).toContain('Of 1000 kernel trees only');
});

test('a version line of a million digits in a configuration costs no time to judge', async () => {
  const machine = pretendMachine();
  machine.file('k/include/config/auto.conf', `CONFIG_CC_VERSION_TEXT="${'1'.repeat(1e6)}"\nCONFIG_CC_IS_CLANG=y\n`);
  const started = performance.now();
  const kernels = (await observed(machine, { kdir: join(machine.root, 'k') })).kernels;
  assess(facts({ kernels }));
  expect(performance.now() - started).toBeLessThan(2000);
});
