import { join } from 'node:path';
import { isFile } from '../../system/files/files.ts';

/**
 * Which of the packages are installed, from dpkg's own lists of files; none on other systems.
 * A package that can be installed for several architectures at once has its own architecture in the list's name.
 * @param names package names, from the tables
 * @param debianArch Debian's name of the architecture, `amd64`
 */
export function installedPackages(names: readonly string[], debianArch: string, root: string): string[] {
  const info = join(root, 'var/lib/dpkg/info');
  return names.filter((name) => [name, `${name}:${debianArch}`].some((file) => isFile(join(info, `${file}.list`))));
}
