import type { Root } from '../root.ts';
import { succeed } from '../run.ts';
import type { Minima } from './scenario.ts';
import type { KernelLine } from './scenarios.ts';

/**
 * Unpacks a kernel's scripts and its top Makefile from Debian's package of its source: enough to be known for a tree.
 * @returns the tree's folder inside the root
 */
export async function unpackScripts(root: Root, line: KernelLine): Promise<string> {
  const name = `linux-source-${line}`;
  const unpack = ['tar', '--extract', '--file', `/usr/src/${name}.tar.xz`, '--use-compress-program', 'xz -T0'];
  await succeed(root, [...unpack, '--directory', '/usr/src', `${name}/Makefile`, `${name}/scripts`]);
  return `/usr/src/${name}`;
}

/** The oldest versions that the tree's own script allows. */
export async function readMinima(root: Root, source: string): Promise<Minima> {
  const minimum = async (tool: keyof Minima) =>
    (await succeed(root, [`${source}/scripts/min-tool-version.sh`, tool])).stdout.trim();
  return { rustc: await minimum('rustc'), bindgen: await minimum('bindgen'), llvm: await minimum('llvm') };
}

/** Names of the tests that the kernel has of its `rust_is_available.sh`, without `test_`. */
export async function testNames(root: Root, source: string): Promise<string[]> {
  const { stdout } = await succeed(root, ['cat', `${source}/scripts/rust_is_available_test.py`]);
  return [...stdout.matchAll(/^\s*def test_(\w+)/gm)].flatMap(([, name]) => name ?? []);
}
