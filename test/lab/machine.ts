import { existsSync, readFileSync } from 'node:fs';
import { homedir, machine } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { execa } from 'execa';
import { once } from './once.ts';
import { say } from './say.ts';

/** Why the lab cannot run on this machine, in one sentence; null where it can. */
export function obstacle(): string | null {
  if (process.getuid?.() !== 0) return 'The lab needs root: it mounts file systems and enters Debian roots.';
  if (machine() !== 'x86_64') return `The lab boots x86_64 kernels and this machine is ${machine()}.`;
  if (osRelease('ID') !== 'debian')
    return 'The lab takes what it needs from apt on Debian, and this machine runs something else.';
  return null;
}

/** `bookworm`, from os-release. */
export function codename(): string {
  return osRelease('VERSION_CODENAME') ?? '';
}

/** Installs what the lab itself needs on this machine, saying so. */
export async function prepareMachine(): Promise<void> {
  const { exitCode } = await execa('mmdebstrap', ['--version'], { reject: false });
  if (exitCode === 0) return;
  say('The lab installs mmdebstrap, which makes Debian roots: apt-get install mmdebstrap');
  await execa('apt-get', ['update'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const install = ['install', '--yes', '--no-remove', '--no-install-recommends', 'mmdebstrap'];
  await execa('apt-get', install, {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** What of this machine every root sees: folders and files, mounted read-only where they are named. */
export function machineBinds(): Record<string, string> {
  const npm = resolve(dirname(process.env.npm_execpath ?? '/usr/lib/node_modules/npm/bin/npm-cli.js'), '..');
  const wanted: Record<string, string> = {
    [process.execPath]: '/usr/local/bin/node',
    [npm]: '/usr/local/lib/node_modules/npm',
    '/etc/resolv.conf': '/etc/resolv.conf',
    '/etc/hosts': '/etc/hosts',
    [authorities()]: '/lab/certificates.crt',
    [join(homedir(), '.cargo')]: '/root/.cargo',
    [join(homedir(), '.rustup')]: '/root/.rustup',
  };
  return Object.fromEntries(Object.entries(wanted).filter(([from]) => existsSync(from)));
}

/** Whether this machine has rustup, whose rustc stands first on PATH in a root and must not be mistaken for a usable one. */
export function hasRustup(): boolean {
  return existsSync(join(homedir(), '.cargo/bin/rustc')) && existsSync(join(homedir(), '.rustup'));
}

/** npm's settings for reaching its registry from inside a root. */
export const npmSettings = once(async () => {
  const { stdout } = await execa('npm', ['config', 'get', 'registry'], { cwd: '/' });
  return {
    npm_config_registry: stdout.trim(),
    npm_config_cafile: '/lab/certificates.crt',
    npm_config_update_notifier: 'false',
  };
});

/** The certificate authorities this machine's Node trusts besides its own. */
function authorities(): string {
  return process.env.NODE_EXTRA_CA_CERTS ?? '/etc/ssl/certs/ca-certificates.crt';
}

function osRelease(field: string): string | undefined {
  if (!existsSync('/etc/os-release')) return undefined;
  return new RegExp(`^${field}="?([^"\n]*)`, 'm').exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
}
