import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { findSource } from '../../../src/tree/build/find-source.ts';
import { temporaryFolder } from '../../write/folders.ts';

/** What dpkg and apt say of real machines is seen in the lab; these say what a machine there never has at once. */
let bin: string;
const kernel = { release: '7.3.4+deb13-amd64', headers: '/usr/src/linux-headers-7.3.4+deb13-amd64' };
const version = '7.3.4-1~bpo13+1';
const status = (name: string) => `printf 'Package: ${name}\\nStatus: install ok installed\\nVersion: ${version}\\n'`;

beforeEach(() => {
  bin = temporaryFolder();
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
  fake(
    'dpkg-query',
    `case "$*" in
    "--search ${kernel.headers}/.config") echo "linux-headers-${kernel.release}: ${kernel.headers}/.config" ;;
    "--status linux-headers-${kernel.release}") ${status('headers')} ;;
    *) exit 1 ;; esac`,
  );
  fake(
    'apt-get',
    `echo "'http://archive/pool/s.deb' s.deb 166000000 SHA256:0"; [ "$5" = linux-source-7.3=${version} ]`,
  );
  fake('apt-cache', `echo 'linux-source-7.3 | 7.3.9-1 | http://archive trixie-backports/main amd64 Packages'`);
  return () => vi.unstubAllEnvs();
});

function fake(name: string, script: string): void {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

const means = { sourcePackage: 'linux-source-7.3', architecture: 'x86_64', cross: [] };
const find = () => findSource(kernel, means);

describe('the source of the very kernel', () => {
  test('is downloaded where it is not installed, in the version of the headers', async () => {
    expect(await find()).toEqual({ package: 'linux-source-7.3', version, archive: null, downloadBytes: 166_000_000 });
  });

  test('is not taken in another version: what is there and what is needed is said', async () => {
    fake('apt-get', 'echo "E: Version was not found" >&2; exit 100');
    await expect(find()).rejects.toThrow(
      /needs linux-source-7\.3 7\.3\.4-1~bpo13\+1.*apt's lists have linux-source-7\.3 7\.3\.9-1\. Nothing was changed/s,
    );
  });

  test('is not to be had where apt knows none', async () => {
    fake('apt-get', 'exit 100');
    fake('apt-cache', 'exit 0');
    await expect(find()).rejects.toThrow(/apt's lists have no linux-source-7\.3 at all.*apt-get update/s);
  });

  describe('of headers that set-up unpacked for another architecture', () => {
    const foreign = { ...means, architecture: 'arm64', cross: ['ARCH=arm64'] };
    const unpacked = (text: string) => {
      const headers = temporaryFolder();
      mkdirSync(join(headers, 'include/generated'), { recursive: true });
      writeFileSync(join(headers, 'include/generated/utsversion.h'), text);
      return findSource({ release: '7.3.4+deb13-arm64', headers }, foreign);
    };

    test('is of the version that they say themselves', async () => {
      const said = `#define UTS_VERSION "#1 SMP PREEMPT Debian ${version} (2026-11-15)"\n`;
      expect(await unpacked(said)).toMatchObject({ package: 'linux-source-7.3', version });
    });

    test('is not taken in another version, and how both come to be the same is said', async () => {
      fake('apt-get', 'exit 100');
      const said = '#define UTS_VERSION "#1 SMP PREEMPT Debian 7.3.3-1 (2026-11-01)"\n';
      await expect(unpacked(said)).rejects.toThrow(
        /needs linux-source-7\.3 7\.3\.3-1.*lists have linux-source-7\.3 7\.3\.9-1\. .*remove \/\S+, and bring newer ones with kernel-rust-module setup --arch arm64/s,
      );
    });

    test('cannot be told where they do not say', async () => {
      for (const text of ['#1 SMP Sat Nov 1', '#1 SMP Debian 7/../../etc (2026-11-01)']) {
        await expect(unpacked(`#define UTS_VERSION "${text}"\n`)).rejects.toThrow(/No package brought/);
      }
    });
  });

  test('cannot be told for headers that no package brought', async () => {
    fake('dpkg-query', 'exit 1');
    await expect(find()).rejects.toThrow(/No package brought the headers in \/usr\/src\/linux-headers/);
  });

  test('cannot be told where there is no dpkg', async () => {
    vi.stubEnv('PATH', bin);
    fake('dpkg-query', 'exit 127');
    await expect(find()).rejects.toThrow(/No package brought/);
  });
});
