import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { edit } from '../files.ts';
import { builtHello, make } from '../product.ts';
import { expectStatus } from '../run.ts';
import { say } from '../say.ts';

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

labCase('an init that fails for want of memory is refused with ENOMEM, and boot says so', async () => {
  const root = await builtHello();
  await edit(root, library, 'let primes =', 'Vec::<u8>::new().try_reserve(1 << 40)?;\n        let primes =');
  const { exitCode, output } = await make(root, folder, ['boot']);
  expect(exitCode).not.toBe(0);
  expect(output).toMatch(/boot FAILED: insmod failed: .*(Cannot allocate|Out of) memory/);
  expect(output).not.toMatch(/panic|BUG/);
});

labCase('a panic is reported as the BUG it is', async () => {
  const root = await builtHello();
  await edit(root, library, 'let primes =', 'assert!(token.is_empty(), "on purpose");\n        let primes =');
  const { exitCode, output } = await make(root, folder, ['boot']);
  say(
    output
      .split('\n')
      .filter((line) => /panic|BUG|FAILED/.test(line))
      .slice(0, 4)
      .join('\n    '),
  );
  expect(exitCode).not.toBe(0);
  expect(output).toMatch(/Rust panic: panicked at \S*src\/lib\.rs/);
  expect(output).toContain('on purpose');
  expect(output).toMatch(/kernel BUG at/);
  expect(output).toMatch(/boot FAILED/);
});
