import { placeInside, placeOf, type TreePlace } from '../../system/files/tree-path.ts';
import { isPrepared, treeState } from './kernel-state.ts';

/** Where packages put a kernel's headers: Debian, Ubuntu; Fedora; Arch and everybody's link. */
const installed = /^(.+?)\/(?:usr\/src\/(?:linux-headers-[^/]+|kernels\/[^/]+)|(?:usr\/)?lib\/modules\/[^/]+\/build)$/;

/**
 * Where a named tree's files are to be read. A headers package that was merely unpacked (`dpkg -x`) into a folder is read as it will be
 * where it belongs, its links followed inside that folder, when only so it is a tree, or when so it is one as well.
 * @param dir an absolute path
 * @param root the folder taken for `/`
 */
export function placeOfNamed(dir: string, root: string): TreePlace {
  const plain = placeOf(dir);
  const [, folder] = installed.exec(dir) ?? [];
  if (folder === undefined || folder === root) return plain;
  const inside = placeInside(folder, dir);
  return isPrepared(treeState(inside)) || !isPrepared(treeState(plain)) ? inside : plain;
}
