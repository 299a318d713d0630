import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findHeaders, layForeignTree, movedMakefile } from '../../../src/setup/foreign/tree.ts';
import { fakeApt } from './fake-apt.ts';

const names = { foreign: 'arm64', native: 'amd64' };

describe('the newest headers', () => {
  it("of 6.1 come with their common part and this machine's own programs", async () => {
    const apt = fakeApt({
      'linux-headers-arm64:arm64': 'linux-headers-6.1.0-56-arm64 (= 6.1.176-1)',
      'linux-headers-6.1.0-56-arm64:arm64':
        'linux-headers-6.1.0-56-common (= 6.1.176-1), linux-kbuild-6.1 (>= 6.1.176-1), gcc-12',
      'linux-kbuild-6.1:amd64': '6.1.176-1',
    });
    expect(await findHeaders(apt, 'linux-headers-arm64', names, null)).toEqual({
      release: '6.1.0-56-arm64',
      packages: ['linux-headers-6.1.0-56-arm64:arm64', 'linux-headers-6.1.0-56-common', 'linux-kbuild-6.1:amd64'],
    });
  });

  it('of 6.12 and 7.2 are named behind other packages', async () => {
    const apt = fakeApt({
      'linux-headers-arm64:arm64': 'linux-base-arm64 (= 7.2.13-1), linux-headers-7.2.13+deb14-arm64 (= 7.2.13-1)',
      'linux-headers-7.2.13+deb14-arm64:arm64':
        'linux-base (>= 4.12~), linux-headers-7.2.13+deb14-common (= 7.2.13-1), linux-image-7.2.13+deb14-arm64 (= 7.2.13-1) | linux-image-7.2.13+deb14-arm64-unsigned (= 7.2.13-1), linux-kbuild-7.2.13+deb14, gcc-16',
      'linux-kbuild-7.2.13+deb14:amd64': '7.2.13-1',
    });
    expect((await findHeaders(apt, 'linux-headers-arm64', names, null)).packages).toEqual([
      'linux-headers-7.2.13+deb14-arm64:arm64',
      'linux-headers-7.2.13+deb14-common',
      'linux-kbuild-7.2.13+deb14:amd64',
    ]);
  });

  it("are refused where this machine's own programs of that version are not in the archive", async () => {
    const apt = fakeApt({
      'linux-headers-arm64:arm64': 'linux-headers-7.2.12+deb14-arm64 (= 7.2.12-1)',
      'linux-headers-7.2.12+deb14-arm64:arm64': 'linux-headers-7.2.12+deb14-common, linux-kbuild-7.2.12+deb14',
    });
    await expect(findHeaders(apt, 'linux-headers-arm64', names, null)).rejects.toThrow(
      /headers for arm64 are of 7\.2\.12\+deb14-arm64, and linux-kbuild-7\.2\.12\+deb14.* not there for amd64/,
    );
  });

  it("are missed with apt's own reason", async () => {
    await expect(findHeaders(fakeApt({}), 'linux-headers-arm64', names, 'E: No network')).rejects.toThrow(
      'apt finds no kernel headers linux-headers-arm64 for arm64: it says E: No network.',
    );
    await expect(findHeaders(fakeApt({}), 'linux-headers-arm64', names, null)).rejects.toThrow(/sources offer/);
  });
});

it('a Makefile that was moved names the folder in the place of /, and is otherwise the same', () => {
  const text = [
    'KBUILD_OUTPUT=/usr/src/linux-headers-7.2-arm64',
    'include /usr/src/linux-headers-7.2-common/Makefile',
    '# /usr/src/',
  ].join('\n');
  expect(movedMakefile(text, '/t')).toBe(
    [
      'KBUILD_OUTPUT=/t/usr/src/linux-headers-7.2-arm64',
      'include /t/usr/src/linux-headers-7.2-common/Makefile',
      '# /usr/src/',
    ].join('\n'),
  );
});

describe('a tree of unpacked headers', () => {
  const headers = { release: '6.1.0-56-arm64', packages: ['linux-headers-6.1.0-56-arm64:arm64'] };
  const files = {
    'usr/src/linux-headers-6.1.0-56-arm64/Makefile': 'include /usr/src/linux-headers-6.1.0-56-common/Makefile\n',
    'usr/src/linux-headers-6.1.0-56-arm64/scripts/basic/fixdep': '',
  };

  async function places(): Promise<{ tree: string; downloads: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'foreign-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return { tree: join(folder, 'arm64', headers.release), downloads: join(folder, 'downloads') };
  }

  const aptWith = (made: Record<string, string>) =>
    fakeApt({}, async (_, folder) => {
      for (const [path, text] of Object.entries(made)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    });

  it('names itself in its Makefile, and leads from lib to usr/lib', async () => {
    const { tree, downloads } = await places();
    await layForeignTree(aptWith(files), headers, tree, downloads);
    const makefile = join(tree, 'usr/src/linux-headers-6.1.0-56-arm64/Makefile');
    expect(await readFile(makefile, 'utf8')).toBe(`include ${tree}/usr/src/linux-headers-6.1.0-56-common/Makefile\n`);
    expect(await readlink(join(tree, 'lib'))).toBe('usr/lib');
    expect(await readdir(dirname(tree))).toEqual([headers.release]);
  });

  it('does not come about of packages that lack a part, and nothing is left', async () => {
    const { tree, downloads } = await places();
    const { 'usr/src/linux-headers-6.1.0-56-arm64/Makefile': Makefile } = files;
    const half = aptWith({ 'usr/src/linux-headers-6.1.0-56-arm64/Makefile': Makefile });
    await expect(layForeignTree(half, headers, tree, downloads)).rejects.toThrow(/leads nowhere/);
    await expect(readdir(dirname(tree))).rejects.toThrow('ENOENT');
  });
});
