import { expect } from 'vitest';

import { edit, exists, readFile, writeFile } from '../files.ts';
import { asUser, grounds } from '../kdir.ts';
import { commandLine, make } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import { homeOf } from '../start.ts';

const flavour = 'rust-for-linux';
const home = homeOf(asUser);

async function scaffoldHello(root: Root): Promise<void> {
  await succeed(root, commandLine('new', 'hello', '--flavour', flavour, '--yes'), asUser);
}

for (const [system, ground, kernelCase] of grounds) {
  kernelCase(
    `${system}: what macros include of the kernel's build is in the tree: a module with warn_on! warns`,
    async () => {
      const root = await (await ground()).root();
      await scaffoldHello(root);
      await edit(root, `${home}/hello/hello.rs`, 'Ok(', 'kernel::warn_on!(core::hint::black_box(true));\n        Ok(');
      expectStatus(await make(root, 'hello', [], asUser), 0);
      const { output } = await make(root, 'hello', ['boot'], asUser);
      expect(output).toMatch(/WARNING: .*hello\.rs/);
    },
  );

  kernelCase(
    `${system}: the compiler's messages name files of the kernel crate that are there, and show their lines`,
    async () => {
      const { root: own, tree } = await ground();
      const root = await own();
      await scaffoldHello(root);
      await edit(root, `${home}/hello/hello.rs`, 'Ok(', 'kernel::time::delay::fsleep(5);\n        Ok(');
      const { output } = await make(root, 'hello', [], asUser);
      const [, file = '', line = ''] = /--> (\/\S+):(\d+):\d+\n[^\n]*\|\n\d+ *\| pub fn fsleep\(/.exec(output) ?? [];
      say(`the message names ${file}:${line}`);
      expect((await succeed(root, ['realpath', file])).stdout).toBe(`${tree}/rust/kernel/time/delay.rs\n`);
      expect((await readFile(root, file)).split('\n')[Number(line) - 1]).toMatch(/^pub fn fsleep\(/);
    },
  );

  kernelCase(
    `${system}: make rust-analyzer describes the crates of the tree, the module alone as a member`,
    async () => {
      const { root: own, tree } = await ground();
      const root = await own();
      await scaffoldHello(root);
      const { output } = expectStatus(await make(root, 'hello', ['rust-analyzer'], asUser), 0);
      expect(output).toContain(`Wrote rust-project.json for the kernel tree ${tree}.`);
      const { crates } = JSON.parse(await readFile(root, `${home}/hello/rust-project.json`));
      const paths: string[] = crates.flatMap(({ root_module, proc_macro_dylib_path }: Record<string, string>) =>
        [root_module, proc_macro_dylib_path].filter(Boolean),
      );
      for (const path of paths)
        expect(await exists(root, path.startsWith('/') ? path : `${home}/hello/${path}`), path).toBe(true);
      expect(paths).toContain(`${tree}/rust/kernel/lib.rs`);
      const members = crates.filter(({ is_workspace_member }: Record<string, unknown>) => is_workspace_member);
      expect(members.map(({ display_name }: Record<string, string>) => display_name)).toEqual(['hello']);

      // Against the headers alone it says what to do.
      const headers = (await succeed(root, ['sh', '-c', 'echo /usr/src/linux-headers-*-amd64'])).stdout.trim();
      await writeFile(root, 'hello/config.mk', `KDIR ?= ${headers}\nRUSTC ?= rustc\n`, asUser);
      const refused = await run(root, ['make', '-C', 'hello', 'rust-analyzer'], asUser);
      expect(refused.exitCode).not.toBe(0);
      expect(refused.output).toContain('kernel-rust-module kdir');
    },
  );
}
