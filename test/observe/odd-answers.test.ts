import { expect, test } from 'vitest';
import { observed, toolFacts } from './observed.ts';
import { pretendMachine } from './pretend-machine.ts';

/** Tools with what they say, as printf(1) understands it, and the version that may be read from it for certain. */
const answers: [tool: string, says: string, version: string | null][] = [
  ['rustc', 'rustc 1.85.0 (4d91de4e4 2025-02-17)', '1.85.0'],
  ['rustc', 'rustc 1.85.0-dev', '1.85.0'],
  ['rustc', 'rustc 1.85.0-1.60.0 (a8314ef7d 2022-06-27)', '1.85.0'],
  ['rustc', 'rustc 1.97.0-nightly (e50aa6fba 2026-05-19)', '1.97.0'],
  ['rustc', 'rustc 999.0.0', '999.0.0'],
  ['rustc', 'rustc 1.85 (a8314ef7d 2022-06-27)', null],
  ['rustc', 'unexpected 1.85.0 (a8314ef7d 2022-06-27)', null],
  ['rustc', 'rustc unexpected (a8314ef7d 2022-06-27)', null],
  ['rustc', 'warning: old\\nrustc 1.85.0', null],
  ['rustc', '\\033[1mrustc 1.85.0\\033[0m', '1.85.0'],
  ['rustc', 'rustc \\033[1m1.85.0\\033[0m', null],
  ['rustc', 'rustc\\0001.85.0', null],
  ['rustc', '\\377\\376rustc 1.85.0', '1.85.0'],
  ['bindgen', 'bindgen 0.71.1-dev', '0.71.1'],
  ['bindgen', 'bindgen 0.71', null],
  ['clang', 'warning: argument unused\\nUbuntu clang version 19.1.7-2~ubuntu24.04.1', '19.1.7'],
  ['clang', 'clang version 22.0.0git (https://github.com/llvm/llvm-project.git 4a2c05b0)', '22.0.0'],
  ['clang', 'clang version 19', null],
  ['llvm-config', '22.0.0git', '22.0.0'],
  ['llvm-config', '19', null],
  ['ld.lld', '\\033[31mDebian LLD 19.1.7\\033[0m', '19.1.7'],
  ['ld.lld', 'LLD', null],
  ['ld', 'GNU ld (GNU Binutils) 2.44.50.20250401', '2.44.50.20250401'],
  ['ld', 'GNU ld (GNU Binutils) 2', null],
  ['gcc', 'Es wird integrierte Spezifikation verwendet.\\ngcc version 14.2.0 (Debian 14.2.0-19)', '14.2.0'],
  ['gcc', 'gcc-Version 14.2.0 (Debian 14.2.0-19)', null],
  ['make', 'make: Warnung\\nGNU Make 4.4.90', '4.4.90'],
  ['make', 'GNU\\000 Make 4.4', null],
  ['make', '', null],
  ['pahole', 'v1.30-dev', '1.30'],
  ['pahole', 'v1', null],
  ['qemu-system-x86_64', 'QEMU emulator version 11.0.50 (v11.0.0-dirty)', '11.0.50'],
  ['busybox', '\\377BusyBox v1.37.0', null],
  ['busybox', 'BusyBox v1.37.0.git (2025-01-01)', '1.37.0'],
];

test.each(answers)('%s that says "%s" has the version %s', async (tool, says, version) => {
  const machine = pretendMachine();
  machine.script(tool, `printf '${says}\\n'`);
  const [fact, ...others] = toolFacts(await observed(machine));
  expect(others).toEqual([]);
  expect(fact).toMatchObject({ outcome: version === null ? 'garbage' : 'ok', version });
  expect(fact?.line).not.toMatch(/\p{Cc}/u);
});

test('what a rustc or bindgen says on standard error neither helps nor harms', async () => {
  const machine = pretendMachine();
  machine.script('rustc', 'echo warning: strange >&2', 'echo rustc 1.85.0');
  machine.script('bindgen', 'echo bindgen 0.71.1 >&2');
  const { rustcs, bindgens } = await observed(machine);
  expect(rustcs).toMatchObject([{ outcome: 'ok', version: '1.85.0' }]);
  expect(bindgens).toMatchObject([{ outcome: 'garbage', version: null }]);
});
