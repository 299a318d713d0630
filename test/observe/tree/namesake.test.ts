import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findNamesake } from '../../../src/observe/tree/namesake.ts';

let root: string;
const tree = () => ({ dir: join(root, 'tree'), release: '6.1.0-56-amd64' });

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'namesake-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('findNamesake', () => {
  it.each([
    [
      'an installed kernel, compressed',
      'lib/modules/6.1.0-56-amd64/modules.dep',
      'kernel/drivers/net/dummy.ko.xz: kernel/a/b.ko.xz\n',
    ],
    ['a built tree', 'tree/modules.order', 'drivers/net/dummy.o\n'],
    ['a headers package', 'tree/Module.symvers', '0x12ab34cd\tdummy_probe\tdrivers/net/dummy\tEXPORT_SYMBOL_GPL\t\n'],
  ])('finds one in %s', async (_, file, text) => {
    put(file, text);
    expect(await findNamesake(tree(), 'dummy', root)).toEqual({
      path: expect.stringMatching(/drivers\/net\/dummy$/),
      builtIn: false,
    });
    expect(await findNamesake(tree(), 'dumm', root)).toBeNull();
    expect(await findNamesake(tree(), 'ummy', root)).toBeNull();
  });

  it.each(['lib/modules/6.1.0-56-amd64', 'tree'])(
    'knows by %s/modules.builtin what is a part of the kernel',
    async (folder) => {
      put(`${folder}/modules.builtin`, 'kernel/drivers/tty/serial/8250/8250.ko\n');
      put('tree/modules.order', 'drivers/tty/serial/8250/8250.ko\n');
      const path = 'kernel/drivers/tty/serial/8250/8250';
      expect(await findNamesake(tree(), '8250', root)).toEqual({ path, builtIn: true });
    },
  );

  it('knows by /sys/module what is a part of the running kernel, and leaves a loaded module aside', async () => {
    const running = { dir: join(root, 'tree'), release: release() };
    put('sys/module/printk/parameters/time', 'Y\n');
    put('sys/module/hello/initstate', 'live\n');
    expect(await findNamesake(running, 'printk', root)).toEqual({
      path: join(root, 'sys/module/printk'),
      builtIn: true,
    });
    expect(await findNamesake(running, 'hello', root)).toBeNull();
    expect(await findNamesake(tree(), 'printk', root)).toBeNull();
  });

  it('takes hyphens for underscores, as the kernel does', async () => {
    put('tree/modules.order', 'sound/core/snd-pcm.ko\n');
    expect(await findNamesake(tree(), 'snd_pcm', root)).toMatchObject({ path: 'sound/core/snd-pcm' });
  });

  it('does not count a module from outside the kernel, such as the very one, installed before', async () => {
    put('lib/modules/6.1.0-56-amd64/modules.dep', 'updates/hello.ko:\nextra/hello.ko.xz:\n');
    expect(await findNamesake(tree(), 'hello', root)).toBeNull();
  });

  it('finds none where nobody has listed them, or only the kernel exports a symbol', async () => {
    expect(await findNamesake({ dir: join(root, 'nowhere'), release: null }, 'vmlinux', root)).toBeNull();
    put('tree/Module.symvers', '0x12ab34cd\tprintk\tvmlinux\tEXPORT_SYMBOL\t\n');
    expect(await findNamesake(tree(), 'vmlinux', root)).toBeNull();
  });
});
