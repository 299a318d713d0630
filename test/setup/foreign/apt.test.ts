import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aptOptions, foreignApt } from '../../../src/setup/foreign/apt.ts';

/** apt itself is used on real systems in the lab; here fake programs show what a healthy archive does not. */
let bin: string;
const names = { foreign: 'arm64', native: 'amd64' };
const apt = (stop = new AbortController().signal) => foreignApt(join(bin, 'apt'), names, stop);
const calls = () => readFileSync(join(bin, 'calls'), 'utf8').trim().split('\n');

function fake(program: string, script: string): void {
  writeFileSync(join(bin, program), `#!/bin/sh\necho ${program} "$@" >>${bin}/calls\n${script}\n`);
  chmodSync(join(bin, program), 0o755);
}

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'apt-'));
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(bin, { recursive: true });
});

describe('apt for another architecture', () => {
  it('keeps to lists of its own, and never lets go of a signature', () => {
    const options = aptOptions('/c/apt', names, false);
    expect(options).toEqual(expect.arrayContaining(['Dir::State::lists=/c/apt/lists', 'APT::Architecture=arm64']));
    expect(options.join(' ')).not.toMatch(/allow|unauthenticated|trusted/i);
    expect(options.join(' ')).not.toContain('Sandbox');
    expect(aptOptions('/c/apt', names, true)).toContain('APT::Sandbox::User=root');
  });

  it("reads a field of a package, and null where the lists don't have it", async () => {
    fake('apt-cache', `case "$*" in *hello:arm64) printf 'Package: hello\\nDepends: a, b\\n' ;; *) exit 100 ;; esac`);
    expect(await (await apt()).field('hello:arm64', 'Depends')).toBe('a, b');
    expect(await (await apt()).field('other:arm64', 'Depends')).toBeNull();
  });

  it('says why lists could not be read, and goes on', async () => {
    fake('apt-get', "echo 'W: some words' >&2; echo 'E: Failed to fetch it' >&2; exit 100");
    expect(await (await apt()).update()).toBe('E: Failed to fetch it');
    fake('apt-get', "echo 'W: Failed to fetch it' >&2");
    expect(await (await apt()).update()).toBe('W: Failed to fetch it');
    fake('apt-get', "echo 'W: a key lies in a legacy place' >&2; echo 'W: Failed to fetch it' >&2");
    expect(await (await apt()).update()).toBe('W: Failed to fetch it');
  });

  it('takes no other warning for a list that could not be read', async () => {
    fake('apt-get', "echo 'W: http://x/InRelease: Key is stored in legacy trusted.gpg keyring' >&2");
    expect(await (await apt()).update()).toBeNull();
    fake('apt-get', '');
    expect(await (await apt()).update()).toBeNull();
  });

  it('unpacks what it downloaded, and only that', async () => {
    fake('apt-get', 'touch a_1_arm64.deb note.txt');
    fake('dpkg-deb', '');
    await (await apt()).unpack(['a:arm64'], join(bin, 'into'), join(bin, 'debs'));
    expect(calls().filter((call) => call.startsWith('dpkg-deb'))).toEqual([
      `dpkg-deb --extract ${bin}/debs/a_1_arm64.deb ${bin}/into`,
    ]);
  });

  it('fails with the reason where it cannot download or unpack', async () => {
    fake('apt-get', "echo 'E: Unable to locate package a' >&2; exit 100");
    await expect((await apt()).unpack(['a:arm64'], bin, join(bin, 'debs'))).rejects.toThrow(
      'a:arm64 could not be downloaded: E: Unable to locate package a',
    );
    fake('apt-get', 'touch a.deb');
    fake('dpkg-deb', "echo 'dpkg-deb: error: no space left' >&2; exit 2");
    await expect((await apt()).unpack(['a:arm64'], bin, join(bin, 'debs'))).rejects.toThrow(
      'a.deb could not be unpacked: dpkg-deb: error: no space left',
    );
  });

  it('ends what is running when it is told to stop', async () => {
    fake('apt-get', 'exec sleep 60');
    const stop = new AbortController();
    const running = (await apt(stop.signal)).update();
    setTimeout(() => stop.abort('SIGINT'), 100);
    await expect(running).rejects.toBe('SIGINT');
  });
});
