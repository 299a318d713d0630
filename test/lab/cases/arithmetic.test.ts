import { expect } from 'vitest';
import { knownFailures } from '../../../src/knowledge/module/failures.ts';
import { labCase, longCase } from '../case.ts';
import { type DebianOptions, debianRoot } from '../debian.ts';
import { readFile, writeFile } from '../files.ts';
import { builtHello, commandLine, make } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, succeed } from '../run.ts';
import { say } from '../say.ts';
import { bookwormReady, sid, trixieReady } from '../systems.ts';

const folder = '/root/hello';
const library = `${folder}/src/lib.rs`;

/** What takes floating-point numbers, each by other helper functions; `known` hides a value from the optimizer. */
const addition = '(known(1.5f64) + known(2.5)).to_bits()';
const floating = [
  addition,
  '(known(1.5f32) * known(2.5)).to_bits()',
  'known(1.5f64) < known(2.5)',
  '(known(7.5f64) % known(2.5)).to_bits()',
];

const wide = '(known(1u128 << 100) / known(7)) as u64';
const narrow = 'known(u64::MAX) / known(7)';

/** How `hello` is changed to log the value of an expression, whatever it logged before. */
type Change = (expression: string) => Promise<void>;

async function changing(root: Root): Promise<Change> {
  const original = await readFile(root, library);
  const start = 'let primes =';
  expect(original).toContain(start);
  return (expression) => {
    const line = `{ use core::hint::black_box as known; pr_info!("it is {}", ${expression}); }`;
    return writeFile(
      root,
      library,
      original.replace(start, () => `${line}\n        ${start}`),
    );
  };
}

/** That `make` fails on an expression, by the sentence that belongs to it. */
async function expectRefused(root: Root, change: Change, expression: string, id: string): Promise<void> {
  const { cause } = knownFailures.find((row) => row.id === id) ?? { cause: id };
  await change(expression);
  const { exitCode, output } = await make(root, folder);
  expect(exitCode, output).not.toBe(0);
  const [symbol = ''] = /modpost: .* undefined!/.exec(output) ?? [];
  say(`${expression}: ${symbol}`);
  expect(output).toContain(`Cause:  ${cause}`);
}

/** That a value is calculated in the kernel. */
async function expectLogged(root: Root, change: Change, expression: string, value: bigint): Promise<void> {
  await change(expression);
  const { output } = expectStatus(await make(root, folder, ['boot']), 0);
  expect(output).toContain(`hello: it is ${value}\n`);
}

labCase('x86_64: floating point and 128-bit division fail when a module is built, and the reason is said', async () => {
  const root = await builtHello();
  const change = await changing(root);
  await expectRefused(root, change, addition, 'floating-point');
  await expectRefused(root, change, wide, 'wide-division');
});

const systems: [DebianOptions, string[]][] = [
  [bookwormReady, ['arm64', 'ppc64le', 's390x', 'mips64el']],
  [trixieReady, ['x86_64', 'riscv64']],
  [sid, ['loongarch64']],
];
for (const [system, architectures] of systems) {
  for (const architecture of architectures) {
    longCase(`${architecture}: they fail likewise`, async () => {
      const root = await helloFor(system, architecture);
      const change = await changing(root);
      for (const expression of floating) await expectRefused(root, change, expression, 'floating-point');
      await expectRefused(root, change, wide, 'wide-division');
    });
  }
}

for (const architecture of ['arm', 'i386']) {
  longCase(
    `${architecture}: floating point fails likewise, and divisions of 64 and 128 bits are right in the kernel`,
    async () => {
      const root = await helloFor(bookwormReady, architecture, ['--boot']);
      const change = await changing(root);
      for (const expression of floating) await expectRefused(root, change, expression, 'floating-point');
      await expectLogged(root, change, narrow, (2n ** 64n - 1n) / 7n);
      await expectLogged(root, change, wide, BigInt.asUintN(64, 2n ** 100n / 7n));
    },
  );
}

async function helloFor(system: DebianOptions, architecture: string, goals = ['--build']): Promise<Root> {
  const root = await debianRoot(system);
  const words = ['new', 'hello', '--flavour', 'freestanding', '--arch', architecture, '--setup', ...goals, '--yes'];
  await succeed(root, commandLine(...words), { seconds: 900 });
  return root;
}
