import { machine } from 'node:os';
import { join } from 'node:path';
import { findArchitecture } from '../../src/knowledge/architectures/architectures.ts';
import { crossCompile } from '../../src/knowledge/architectures/cross.ts';
import { listFiles, readFile } from './files.ts';
import { type Configuration, codeComplaints, relocationComplaints } from './machine-code.ts';
import type { Root } from './root.ts';
import { run, succeed } from './run.ts';
import type { RunOptions } from './start.ts';

/**
 * Looks at the module and at its objects made from Rust after `make` in a scaffolded project.
 * @param folder the project's, an absolute path
 * @param architecture our name for it
 * @returns what must not be in them, a sentence each: floating-point and vector instructions, relocations that the kernel's loader
 * refuses, and branches and returns without the mitigations that the kernel was configured with.
 */
export async function objectComplaints(
  root: Root,
  folder: string,
  architecture: string,
  options: RunOptions = {},
): Promise<string[]> {
  const objects = rustObjects(await listFiles(root, folder));
  if (!objects.some((file) => file.endsWith('.ko')))
    throw new Error(`There is no module in ${folder}: run make first.`);
  const configuration = await treeConfiguration(root, folder);
  const [objdump, ...decoding] = await findObjdump(root, architecture, options);
  const complaints: string[] = [];
  for (const file of objects) {
    const code = await succeed(root, [objdump, '-d', '--no-show-raw-insn', ...decoding, join(folder, file)], options);
    const relocations = await succeed(root, [objdump, '-r', join(folder, file)], options);
    const found = [
      ...codeComplaints(code.stdout, architecture, configuration),
      ...relocationComplaints(relocations.stdout, architecture),
    ];
    complaints.push(...found.map((complaint) => `${file}: ${complaint}.`));
  }
  return complaints;
}

/** The module, and each object that stands beside a Rust file of its name; the freestanding flavour's is `kernel/rust.o`. */
function rustObjects(files: string[]): string[] {
  return files.filter(
    (file) =>
      file.endsWith('.ko') ||
      file === 'kernel/rust.o' ||
      (file.endsWith('.o') && files.includes(file.replace(/o$/, 'rs'))),
  );
}

/** The configuration of the kernel tree that was chosen for a project. */
async function treeConfiguration(root: Root, folder: string): Promise<Configuration> {
  const [, kdir] = /^KDIR \?= (.*)$/m.exec(await readFile(root, join(folder, 'config.mk'))) ?? [];
  if (kdir === undefined) throw new Error(`${folder}/config.mk names no KDIR.`);
  const text = await readFile(root, join(kdir, 'include/config/auto.conf'));
  return Object.fromEntries(Array.from(text.matchAll(/^(CONFIG_\w+)=(.*)$/gm), ([, symbol, value]) => [symbol, value]));
}

/** What LLVM's objdump decodes vectors of these architectures with, where the object does not say that it has any. */
const decoded: Readonly<Record<string, string>> = {
  riscv64: '--mattr=+d,+v',
  ppc64le: '--mcpu=pwr10',
  s390x: '--mcpu=z15',
  mips64el: '--mattr=+msa',
  loongarch64: '--mattr=+d,+lasx',
};

/** The binutils' for the architecture, otherwise LLVM's, which is for all; with the options that it takes. */
async function findObjdump(root: Root, architecture: string, options: RunOptions): Promise<[string, ...string[]]> {
  const row = findArchitecture(architecture);
  if (row === null) throw new Error(`There is no architecture ${architecture}.`);
  const own = `${crossCompile({}, row, machine())}objdump`;
  if (await isInstalled(root, own, options)) return [own];
  const option = decoded[architecture];
  if (await isInstalled(root, 'llvm-objdump', options)) return ['llvm-objdump', ...(option ? [option] : [])];
  throw new Error(`Neither ${own} nor llvm-objdump is installed in that root.`);
}

async function isInstalled(root: Root, program: string, options: RunOptions): Promise<boolean> {
  return (await run(root, ['which', program], options)).exitCode === 0;
}
