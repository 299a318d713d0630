import { expect } from 'vitest';
import { type Broken, brokenModules, partInC, rustOf } from '../broken.ts';
import { labCase, longCase } from '../case.ts';
import { edit, writeFile } from '../files.ts';
import { builtHello, make } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus } from '../run.ts';
import { say } from '../say.ts';
import type { Result } from '../start.ts';

const folder = '/root/hello';
const library = `${folder}/src/lib.rs`;

labCase('a failed allocation is an error the module can handle, and no panic', async () => {
  const root = await builtHello();
  const ask = `let mut hoard: Vec<u8> = Vec::new();
        if hoard.try_reserve(1 << 40).is_err() { pr_info!("refused a terabyte, token {token}"); }
        let primes =`;
  await edit(root, library, 'let primes =', ask);
  const { output } = expectStatus(await make(root, folder, ['boot']), 0);
  expect(output).toMatch(/hello: refused a terabyte, token \w+/);
});

labCase('an init that fails for want of memory runs once, is refused with ENOMEM, and boot says so', async () => {
  const root = await builtHello();
  const fail = 'pr_info!("asking for much"); Vec::<u8>::new().try_reserve(1 << 40)?;\n        let primes =';
  await edit(root, library, 'let primes =', fail);
  const { exitCode, output } = await make(root, folder, ['boot']);
  expect(exitCode).not.toBe(0);
  expect(output).toMatch(
    /boot FAILED: insmod failed: insmod: can't insert '\/hello\.ko': (Cannot allocate|Out of) memory/,
  );
  expect(output.match(/asking for much/g)).toHaveLength(1);
  expect(output).not.toMatch(/panic|BUG/);
});

labCase('a panic is named by its message and its line', async () => {
  const root = await builtHello();
  await edit(root, library, 'let primes =', 'assert!(token.is_empty(), "on purpose");\n        let primes =');
  const { exitCode, output } = await make(root, folder, ['boot']);
  expect(exitCode).not.toBe(0);
  expect(output).toMatch(/Rust panic: panicked at \S*src\/lib\.rs/);
  expect(output).toMatch(/kernel BUG at/);
  expect(headline(output)).toMatch(
    /^Rust panic: panicked at src\/lib\.rs:\d+:9: on purpose, during insmod; boot\.log has all of it$/,
  );
});

labCase('a module that logs nothing is loaded and unloaded all the same', async () => {
  const root = await builtHello();
  await edit(root, library, 'pr_info!("hello from Rust, token {token}");', '');
  await edit(root, library, 'pr_info!("found {} primes: {primes:?}", primes.len());', '');
  await edit(
    root,
    library,
    'pr_info!("goodbye, token {token}, {} primes forgotten", primes.len());',
    'let _ = (token, primes);',
  );
  const { output } = expectStatus(await make(root, folder, ['boot']), 0);
  expect(output).toContain('The module logged nothing of its own.');
  expect(output).toMatch(/hello: boot OK: loaded and unloaded in Linux 6\.1\./);
});

labCase('an exercise that expects something else is named, and what to do with it', async () => {
  const root = await builtHello();
  await writeFile(root, `${folder}/scripts/exercise.sh`, 'dmesg | grep -q "hello: bonjour" || fail "no bonjour"\n');
  const { exitCode, output } = await make(root, folder, ['boot']);
  expect(exitCode).not.toBe(0);
  expect(headline(output)).toMatch(/^no bonjour\. scripts\/exercise\.sh expected something else of the module: change/);
});

for (const broken of brokenModules) {
  const declare = broken.always ? labCase : longCase;
  declare(`boot finds ${broken.title}`, async () => {
    const root = await builtHello();
    const { exitCode, output, seconds } = await bootBroken(root, broken);
    say(`after ${seconds.toFixed(0)} s: ${headline(output)}`);
    expect(headline(output)).toMatch(broken.says);
    expect(exitCode).not.toBe(0);
  });
}

/** Builds and boots it in the place of `hello`. */
async function bootBroken(root: Root, broken: Broken): Promise<Result> {
  await writeFile(root, library, rustOf(broken));
  await writeFile(root, `${folder}/src/part.c`, partInC(broken));
  await edit(root, `${folder}/Kbuild`, 'kernel/rust.o', 'kernel/rust.o src/part.o');
  return make(root, folder, ['boot']);
}

/** The last line of a boot that failed, without its beginning. */
function headline(output: string): string {
  return /boot FAILED: (.*)/.exec(output)?.[1] ?? output;
}
