import { expect } from 'vitest';
import { labCase, longCase } from '../case.ts';
import { type DebianOptions, debianRoot } from '../debian.ts';
import { edit, exists, readFile, writeFile } from '../files.ts';
import { builtHello, make, scaffold } from '../product.ts';
import type { Root } from '../root.ts';
import { expectStatus, run, succeed } from '../run.ts';
import { say } from '../say.ts';
import { bookwormReady, script, trixieBackports } from '../systems.ts';

const folder = '/root/hello';

/** The release of the kernel whose headers are installed. */
async function installedRelease(root: Root): Promise<string> {
  return (await succeed(root, ['ls', '/lib/modules'])).stdout.trim();
}

/** Headers of another release beside the stock ones: `6.1.0-99-other`. */
async function otherTree(root: Root): Promise<void> {
  const release = await installedRelease(root);
  const lines = [
    `cp -a /usr/src/linux-headers-${release} /usr/src/other`,
    `sed -i 's/${release}/6.1.0-99-other/' /usr/src/other/include/generated/utsrelease.h /usr/src/other/.kernelvariables`,
    'mkdir -p /lib/modules/6.1.0-99-other',
    'ln -s /usr/src/other /lib/modules/6.1.0-99-other/build',
  ];
  await succeed(root, ['sh', '-ec', lines.join('\n')]);
}

async function vermagic(root: Root): Promise<string> {
  return (await succeed(root, ['modinfo', '-F', 'vermagic', `${folder}/hello.ko`])).stdout.split(' ')[0] ?? '';
}

labCase('make builds for the kernel that KERNELRELEASE or KDIR asks for, and again for the first', async () => {
  const root = await builtHello();
  await otherTree(root);
  await edit(root, `${folder}/config.mk`, 'RUSTC ?=', 'LLVM ?= 1\nRUSTC ?=');
  const release = await installedRelease(root).then((names) =>
    names.split('\n').find((name) => name.endsWith('amd64')),
  );
  for (const words of [['KERNELRELEASE=6.1.0-99-other'], ['KDIR=/usr/src/other']]) {
    expectStatus(await make(root, folder, words), 0);
    expect(await vermagic(root)).toBe('6.1.0-99-other');
    await edit(root, `${folder}/config.mk`, 'LLVM ?= 1\n', '');
    const { output } = expectStatus(await make(root, folder), 0);
    expect(output).toMatch(/Building again for .*: the last build was for \/usr\/src\/other\./);
    expect(await vermagic(root)).toBe(release);
    await edit(root, `${folder}/config.mk`, 'RUSTC ?=', 'LLVM ?= 1\nRUSTC ?=');
  }
});

labCase(
  'make modules_install ends with a module that modprobe finds, signed by nobody and without an error',
  async () => {
    const root = await builtHello();
    const release = await installedRelease(root);
    const { output } = expectStatus(await make(root, folder, ['modules_install']), 0);
    say(output.trim());
    expect(output).not.toMatch(/SSL error|sign-file:/);
    expect(output).toContain('hello.ko is not signed');
    const { stdout } = await succeed(root, ['modprobe', '--set-version', release, '--show-depends', 'hello']);
    expect(stdout.trim()).toMatch(/^insmod \/lib\/modules\/.*\/(extra|updates)\/hello\.ko$/);
    expectStatus(await make(root, folder, ['modules_install', 'INSTALL_MOD_PATH=/srv/image']), 0);
    expect(await exists(root, `/srv/image/lib/modules/${release}/modules.dep`)).toBe(true);
    await succeed(root, ['sh', '-c', `cp -r ${folder} /home/lab/hello && chown -R lab: /home/lab/hello`]);
    const refused = await make(root, '/home/lab/hello', ['modules_install'], { user: 'lab' });
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('permission denied. Run sudo make modules_install');
  },
);

const shortest = `PACKAGE_NAME="hello"
PACKAGE_VERSION="1.0"
BUILT_MODULE_NAME[0]="hello"
DEST_MODULE_LOCATION[0]="/updates/dkms"
AUTOINSTALL="yes"
`;

labCase(
  'DKMS builds the module for a kernel that is not the running one, whatever its configuration says',
  async () => {
    const root = await debianRoot({ ...bookwormReady, packages: [...(bookwormReady.packages ?? []), 'dkms'] });
    const release = await installedRelease(root);
    await scaffold(root, 'hello');
    const ways: [make: string, configMk: boolean][] = [
      ['', true],
      ['MAKE[0]="make"\nCLEAN="make clean"\n', true],
      ['MAKE[0]="make"\nCLEAN="make clean"\n', false],
      ['MAKE[0]="make KDIR=$kernel_source_dir"\n', false],
    ];
    // As apt and sudo start it: its own command calls Kbuild, and that takes the first rustc on PATH.
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };
    for (const [line, configMk] of ways) {
      await succeed(root, ['sh', '-c', 'rm -rf /usr/src/hello-1.0 && cp -r hello /usr/src/hello-1.0']);
      await writeFile(root, '/usr/src/hello-1.0/dkms.conf', shortest + line);
      if (!configMk) await succeed(root, ['rm', '/usr/src/hello-1.0/config.mk']);
      const { exitCode, output } = await run(root, ['dkms', 'install', 'hello/1.0', '-k', release], { env });
      const log = await run(root, ['cat', '/var/lib/dkms/hello/1.0/build/make.log']);
      expect({ line, exitCode, output, log: exitCode === 0 ? '' : log.stdout }).toMatchObject({ exitCode: 0, log: '' });
      const { stdout } = await succeed(root, ['modinfo', '-k', release, '-F', 'vermagic', 'hello']);
      expect(stdout.split(' ')[0]).toBe(release);
      await succeed(root, ['dkms', 'remove', 'hello/1.0', '--all']);
    }
  },
);

const systems: [name: string, options: DebianOptions, kernelCase: typeof labCase][] = [
  ['Debian 12', bookwormReady, labCase],
  ["Debian 13's backports", trixieBackports, longCase],
];

for (const [name, options, kernelCase] of systems) {
  kernelCase(`no variable of the environment misleads a build for the kernel of ${name}`, async () => {
    const root = await debianRoot(options);
    await scaffold(root, 'hello');
    const kdir = /^KDIR \?= (.*)$/m.exec(await readFile(root, `${folder}/config.mk`))?.[1] ?? '';
    const words = script('misleading-environment.sh', kdir, 'nonsense', 'y', '1');
    const { stdout } = await succeed(root, words, { cwd: folder, seconds: 1800 });
    say(stdout.match(/\d+ variables/)?.[0] ?? '');
    expect(Number.parseInt(stdout.match(/(\d+) variables/)?.[1] ?? '', 10)).toBeGreaterThan(1000);
    expect(stdout.match(/^misleading: .*$/gm) ?? []).toEqual([]);
  });
}

labCase('a damaged core is built again with one line, and the module is the same', async () => {
  const root = await builtHello();
  const entry = (await readFile(root, `${folder}/kernel/.core-path`)).trim();
  const sum = async () => (await succeed(root, ['sha256sum', `${folder}/hello.ko`])).stdout;
  const before = await sum();
  for (const damage of [
    `printf x | dd of=${entry}/libcore.rlib bs=1 seek=1000000 conv=notrunc`,
    `truncate -s 20M ${entry}/libcore.rlib`,
  ]) {
    await succeed(root, ['sh', '-c', damage]);
    await succeed(root, ['make', '-C', folder, 'clean']);
    const { output } = expectStatus(await make(root, folder), 0);
    expect(output).toContain(`core and alloc in ${entry} are damaged or not this user's: they are built again.`);
    expect(await sum()).toBe(before);
  }
});
