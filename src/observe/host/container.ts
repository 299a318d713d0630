import { join } from 'node:path';
import { isFile, readText, stat } from '../../system/files/files.ts';
import { printable } from '../run/printable.ts';

/**
 * The kind of container this is, in systemd's words (`docker`, `podman`, `lxc`, `systemd-nspawn`), or `wsl` or `chroot`;
 * null on a plain machine, and where it cannot be told.
 * @param root the folder taken for `/`
 */
export function findContainer(env: NodeJS.ProcessEnv, root: string): string | null {
  const said = readText(join(root, 'run/systemd/container')) || env.container || ofFirstProcess(root);
  if (said) return printable(said);
  if (isFile(join(root, '.dockerenv'))) return 'docker';
  if (isFile(join(root, 'run/.containerenv'))) return 'podman';
  if (readText(join(root, 'proc/sys/kernel/osrelease'))?.toLowerCase().includes('microsoft')) return 'wsl';
  return isChroot(root) ? 'chroot' : null;
}

/** Container managers set `container` for the first process. */
function ofFirstProcess(root: string): string | undefined {
  const variables = readText(join(root, 'proc/1/environ'), 64 * 1024)?.split('\0');
  return variables?.find((variable) => variable.startsWith('container='))?.slice('container='.length);
}

/** Whether our `/` is not the first process's. Only root can see the latter. */
function isChroot(root: string): boolean {
  const first = stat(join(root, 'proc/1/root'));
  const own = stat(root);
  return first !== null && own !== null && (first.dev !== own.dev || first.ino !== own.ino);
}
