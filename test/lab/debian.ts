import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { aptSettings, type Suite, sourcesList } from './archive.ts';
import { cacheFolder, labFolders } from './folders.ts';
import { ledger } from './ledger.ts';
import { codename, hasRustup } from './machine.ts';
import { type Root, rootUpon } from './root.ts';
import { succeed } from './run.ts';
import { say } from './say.ts';

export interface DebianOptions {
  suite: Suite;
  /** Packages installed beyond the bare system; `name/suite` takes one from backports. */
  packages?: string[];
  backports?: boolean;
  /** Run as root once the packages are in, each in a layer of its own, since some take minutes. */
  commands?: string[][];
}

/** Raised when what `bare` puts into a root changes. */
const layout = 1;

/**
 * A Debian system of its own: the bare one has Essential packages, apt, git and certificates, an ordinary user `lab`,
 * and this machine's Node, npm and rustup. Made once and kept in the lab's cache; each use starts afresh upon it.
 */
export async function debianRoot({
  suite,
  packages = [],
  backports = false,
  commands = [],
}: DebianOptions): Promise<Root> {
  const sources = await sourcesList(codename(), suite, backports);
  const settings = await aptSettings();
  const system = backports ? `${suite}-backports` : suite;
  const base = await layer(`bare ${system}`, [layout, suite, sources, settings], (folder) =>
    bare(folder, suite, sources, settings),
  );
  const layers = [base];
  if (packages.length > 0) layers.unshift(await withPackages(system, base, packages));
  for (const command of commands) layers.unshift(await withCommand(system, layers, command));
  return rootUpon(layers, { [labFolders().package]: '/lab/package', [labFolders().repository]: '/lab/repository' });
}

/** A folder in the cache that was made from exactly these inputs; made in a temporary place, so that it is whole or absent. */
async function layer(title: string, inputs: unknown[], make: (folder: string) => Promise<void>): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 16);
  const folder = join(cacheFolder(), key);
  if (!existsSync(folder)) await makeLayer(folder, make);
  const seconds = await readFile(secondsBeside(folder), 'utf8').then(Number, () => null);
  ledger(labFolders().temporary).layer({ folder, title, seconds });
  return folder;
}

async function makeLayer(folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const began = Date.now();
  await make(unfinished);
  const seconds = Math.round((Date.now() - began) / 1000);
  await writeFile(secondsBeside(folder), String(seconds));
  await rename(unfinished, folder);
  say(`took ${seconds} s, kept in ${folder}`);
}

/** The file that tells how long making a layer took. */
function secondsBeside(folder: string): string {
  return `${folder}.seconds`;
}

async function bare(folder: string, suite: string, sources: string[], settings: string[]): Promise<void> {
  say(`making a bare Debian ${suite} …`);
  if (!hasRustup()) say('THIS MACHINE HAS NO RUSTUP: the roots have no rustc first on PATH that must be passed over.');
  await chmod(folder, 0o755);
  const user = [
    'echo "lab:x:1000:1000::/home/lab:/bin/bash" >>"$1/etc/passwd"',
    'echo "lab:x:1000:" >>"$1/etc/group"',
    'mkdir -p "$1/home/lab" && chown 1000:1000 "$1/home/lab"',
  ];
  const node = [
    'ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"',
    'ln -s ../lib/node_modules/npm/bin/npx-cli.js "$1/usr/local/bin/npx"',
  ];
  const apt = settings.map((line) => `echo '${line}' >>"$1/etc/apt/apt.conf.d/99lab"`);
  await execa(
    'mmdebstrap',
    [
      '--variant=minbase',
      '--format=directory',
      '--include=ca-certificates,git',
      '--skip=output/dev',
      ...settings.map((line) => `--aptopt=${line.replace(/;$/, '')}`),
      ...[...user, ...node, ...apt].map((hook) => `--customize-hook=${hook}`),
      suite,
      folder,
      ...sources,
    ],
    { env: { TMPDIR: labFolders().temporary, http_proxy: labFolders().proxy } },
  );
}

async function withPackages(system: string, base: string, packages: string[]): Promise<string> {
  const title = `${system} with ${packages.join(' ')}`;
  return layer(title, [base, packages], async (folder) => {
    say(`installing ${packages.join(' ')} …`);
    const root: Root = { layers: [base], upper: folder, binds: {} };
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await succeed(root, ['apt-get', 'update'], { env });
    const install = ['apt-get', 'install', '--yes', '--no-remove', '--no-install-recommends', ...packages];
    await succeed(root, install, { env, seconds: 1200 });
    await succeed(root, ['apt-get', 'clean'], { env });
  });
}

async function withCommand(system: string, layers: string[], command: string[]): Promise<string> {
  // A script's text is told by its name, which it has as $0.
  const title = `${system} after ${command.slice(command[1] === '-c' ? 3 : 0).join(' ')}`;
  return layer(title, [layers, command], async (folder) => {
    say(`running ${command.at(-1)} …`);
    await succeed({ layers, upper: folder, binds: {} }, command, { seconds: 3600 });
  });
}
