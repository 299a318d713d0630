import { labFolders } from './folders.ts';
import { hasRustup, machineBinds, npmSettings } from './machine.ts';
import type { Root } from './root.ts';

/** The environment of a command inside a root, all of it. */
export async function environment(home: string): Promise<Record<string, string>> {
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  return {
    HOME: home,
    PATH: home === '/root' && hasRustup() ? `/root/.cargo/bin:${path}` : path,
    TERM: 'xterm',
    LANG: 'C.UTF-8',
    http_proxy: labFolders().proxy,
    NODE_EXTRA_CA_CERTS: '/lab/certificates.crt',
    ...(await npmSettings()),
  };
}

/** What the root sees of this machine, in the lines that enter.sh takes. */
export function binds({ binds }: Root): string {
  return Object.entries({ ...machineBinds(), ...binds })
    .map(([from, to]) => `${from} ${to}`)
    .join('\n');
}
