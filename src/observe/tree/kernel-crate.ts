import { crateFiles, crateWords } from '../../knowledge/module/kernel-crate.ts';
import type { KernelCrateFact } from '../../model/facts.ts';
import { isFile, readText } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';

/** The macro's source has 20 kB. */
const longestMacro = 256 * 1024;

/**
 * What a tree's own sources say of its `kernel` crate. A tree made with `O=` has them where its link `source` leads.
 * @returns null where they are not there, as in headers
 */
export function observeKernelCrate(at: TreePlace['at']): KernelCrateFact | null {
  const base = ['', 'source/'].find((folder) => isFile(at(`${folder}rust/kernel/lib.rs`)));
  if (base === undefined) return null;
  const all = new Set(readText(at(`${base}rust/macros/module.rs`), longestMacro)?.match(/\w+/g));
  return {
    files: crateFiles.filter((file) => isFile(at(`${base}rust/kernel/${file}`))),
    words: crateWords.filter((word) => all.has(word)),
  };
}
