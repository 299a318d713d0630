import { expect } from 'vitest';
import { labCase } from '../case.ts';
import { edit, readFile, writeFile } from '../files.ts';
import { builtHello, make } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';

const folder = '/root/hello';
const library = `${folder}/src/lib.rs`;

async function rebuild(root: Root, words: string[] = []): Promise<string> {
  return expectStatus(await make(root, folder, words), 0).output;
}

async function moduleHolds(root: Root, text: string): Promise<boolean> {
  return (await run(root, ['grep', '--quiet', text, `${folder}/hello.ko`])).exitCode === 0;
}

labCase('nothing is compiled again when nothing changed', async () => {
  const root = await builtHello();
  const before = (await succeed(root, ['stat', '--format=%y', `${folder}/hello.ko`])).stdout;
  const again = expectStatus(await make(root, folder), 0);
  say(`a build with nothing to do took ${again.seconds.toFixed(1)} s`);
  expect(again.output).not.toMatch(/RUSTC|\bCC\b|\bLD\b/);
  expect((await succeed(root, ['stat', '--format=%y', `${folder}/hello.ko`])).stdout).toBe(before);
});

labCase('a change in a second Rust file, or in a text file that is included, builds the module again', async () => {
  const root = await builtHello();
  await edit(root, library, 'use kernel::prelude::*;', 'mod second;\nuse kernel::prelude::*;');
  await edit(
    root,
    library,
    'let primes =',
    'pr_info!("{} {}", second::WORD, include_str!("note.txt"));\n        let primes =',
  );
  await writeFile(root, `${folder}/src/second.rs`, 'pub const WORD: &str = "word-one";\n');
  await writeFile(root, `${folder}/src/note.txt`, 'note-one');
  await rebuild(root);
  expect(await moduleHolds(root, 'word-one')).toBe(true);
  await writeFile(root, `${folder}/src/second.rs`, 'pub const WORD: &str = "word-two";\n');
  await rebuild(root);
  expect(await moduleHolds(root, 'word-two')).toBe(true);
  await writeFile(root, `${folder}/src/note.txt`, 'note-two');
  await rebuild(root);
  expect(await moduleHolds(root, 'note-two')).toBe(true);
  expect(await moduleHolds(root, '-one')).toBe(false);
});

labCase('another compiler at the same path builds core, alloc and the module again', async () => {
  const root = await builtHello();
  const compiler = '/usr/local/bin/my-rustc';
  const install = async (script: string) => {
    await writeFile(root, compiler, `#!/bin/sh\n${script}\n`);
    await succeed(root, ['chmod', '755', compiler]);
  };
  await install('exec /usr/bin/rustc "$@"');
  await rebuild(root, [`RUSTC=${compiler}`]);
  const first = await readFile(root, `${folder}/kernel/.core-path`);
  // The same version built from another commit, as an update of the distribution brings it.
  await install(
    'case $1 in -vV) /usr/bin/rustc -vV | sed "s/^commit-hash: .*/commit-hash: 0123/" ;; *) exec /usr/bin/rustc "$@" ;; esac',
  );
  const output = await rebuild(root, [`RUSTC=${compiler}`]);
  expect(output).toContain('core and alloc');
  expect(output).toMatch(/RUSTC \[M\]/);
  expect(await readFile(root, `${folder}/kernel/.core-path`)).not.toBe(first);
});

labCase('a module that needs a global offset table fails the build, by name, each time', async () => {
  const root = await builtHello();
  await edit(root, library, '#![deny(unsafe_code)]\n', '');
  await edit(
    root,
    library,
    'let primes =',
    `let address: u64;
        // SAFETY: reads an address.
        unsafe { core::arch::asm!("movq jiffies@GOTPCREL(%rip), {}", out(reg) address, options(att_syntax)) };
        pr_info!("{address:x}");
        let primes =`,
  );
  for (const _ of ['once', 'again']) {
    const { exitCode, output } = await make(root, folder);
    expect(exitCode).not.toBe(0);
    expect(output).toContain('global offset table');
    expect(output).toContain('jiffies');
  }
});

labCase('a parameter that only one side declares does not link, whether it is read or not', async () => {
  const root = await builtHello();
  const explained = async () => expectStatus(await make(root, folder), 2).output;
  await edit(root, library, 'token: charp', 'token: charp, count: int');
  expect(await explained()).toMatch(/rust_param_int_count.* undefined!.*src\/module\.c does not declare it/s);
  await edit(root, library, 'token: charp, count: int', 'token: charp');
  const count = 'RUST_PARAM_INT(count, 1, 0444, "nothing");\n';
  await edit(root, `${folder}/src/module.c`, 'RUST_PARAM_CHARP', `${count}RUST_PARAM_CHARP`);
  expect(await explained()).toMatch(/rust_has_param_count.* undefined!.*params! of src\/lib\.rs does not have it/s);
});

labCase('gdb finds the address of a Rust source line in the module', async () => {
  const root = await builtHello();
  const lines = (await readFile(root, library)).split('\n');
  const line = lines.findIndex((text) => text.includes('hello from Rust')) + 1;
  const { stdout } = await succeed(root, [
    'gdb',
    '-batch',
    '-ex',
    `info line src/lib.rs:${line}`,
    `${folder}/hello.ko`,
  ]);
  say(stdout.trim());
  expect(stdout).toMatch(new RegExp(`^Line ${line} of ".*src/lib.rs" starts at address`, 'm'));
});

labCase('an allocation that cannot report its failure does not compile', async () => {
  const root = await builtHello();
  await edit(root, library, 'primes.try_push(n)?;', 'primes.push(n);');
  const { exitCode, output } = await make(root, folder);
  expect(exitCode).not.toBe(0);
  expect(output).toMatch(/no method named `push`/);
});
