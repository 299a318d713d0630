import { check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';
import { noMetadata, type RustTree, restore, rustTreeOf } from '../../tree/rust-tree.ts';

export const kernelOneRustc = check({
  id: 'kernel.one-rustc',
  title: "Kernel's rustc",
  goals: ['rust-for-linux'],
  about:
    'Whether one rustc wrote all Rust metadata of the kernel tree. rustc reads only what the very same build of it wrote, so that no rustc can use a mixture. The configuration names a rustc too; where the two disagree, the metadata decides.',
  remedy: 'Make all Rust metadata of the tree again with one rustc.',
  source:
    'The version line at the start of each .rmeta and in each .so; E0514 of rustc; a 7.3 tree whose CONFIG_RUSTC_VERSION_TEXT was changed still builds modules.',
  judge(facts, target) {
    const { kernel } = target;
    const rust = rustTreeOf(kernel);
    const writers = rust === null ? new Map<string, string[]>() : writersOf(rust);
    const [writer, ...others] = [...writers.keys()];
    if (rust === null || writer === undefined) return noMetadata;
    const { tree } = rust;
    if (others.length > 0) {
      return {
        status: 'fail',
        found: `the Rust metadata in ${tree.dir}/rust was written by ${writers.size} different rustcs`,
        needed: 'metadata that one rustc wrote, since each reads only its own',
        detail: `${[...writers].map(([line, names]) => `${line}: ${names.join(', ')}`).join('; ')}.`,
        remedies: [advice(restore(tree, facts, target))],
      };
    }
    const configured = tree.config.CONFIG_RUSTC_VERSION_TEXT;
    if (configured !== undefined && configured !== writer) {
      return {
        status: 'warn',
        found: `${writer}, though the configuration names ${configured}`,
        needed: 'the rustc of the metadata: the configuration only says which was there when the kernel was configured',
      };
    }
    return { status: 'ok', found: writer };
  },
});

/** The files that each rustc wrote, by its version line. Files that do not say are left out. */
function writersOf({ rmeta, so }: RustTree): Map<string, string[]> {
  const writers = new Map<string, string[]>();
  for (const { name, rustc } of [...rmeta, ...so]) {
    if (rustc !== null) writers.set(rustc, [...(writers.get(rustc) ?? []), name]);
  }
  return writers;
}
