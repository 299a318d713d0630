import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addSource, installCommands, installPackages, untested } from '../../src/setup/install.ts';

/** Set-up is proven on real systems in the lab; here a fake apt-get shows what a healthy archive does not. */
let bin: string;

function fakeAptGet(script: string): void {
  writeFileSync(join(bin, 'apt-get'), `#!/bin/sh\necho "$@" >>${bin}/calls\n${script}\n`);
  chmodSync(join(bin, 'apt-get'), 0o755);
}

const calls = () => readFileSync(join(bin, 'calls'), 'utf8').trim().split('\n');

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'apt-'));
  vi.stubEnv('PATH', `${bin}:/usr/bin:/bin`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(bin, { recursive: true });
});

describe('installPackages', () => {
  it('says what it installs and downloads, then installs without removing', async () => {
    fakeAptGet(
      `case "$*" in *--simulate*) echo 'Inst make (4.3)' ;; *--print-uris*) echo "'http://a/make.deb' make.deb 1500000 SHA256:0" ;; esac`,
    );
    const said: string[] = [];
    await installPackages([], 'apt', ['make'], (text) => said.push(text));
    expect(said).toEqual(['1 package to install, 2 MB to download: make']);
    expect(calls()[0]).toBe('update');
    expect(calls().at(-1)).toBe('install --yes --no-remove --no-install-recommends -o DPkg::Lock::Timeout=600 make');
  });

  it('refuses to remove a conflicting package, says the way round it, and installs nothing', async () => {
    fakeAptGet(`case "$*" in *--simulate*) echo 'Remv rustc [1.63]'; echo 'Inst rustc-web (1.96)' ;; esac`);
    await expect(installPackages([], 'apt', ['rustc-web'], () => {})).rejects.toThrow(
      /would remove rustc.*\n {2}apt-get remove rustc\n/s,
    );
    expect(calls().filter((call) => call.includes('--yes --no-remove'))).toEqual([]);
  });

  it('waits while another process holds the lists', async () => {
    fakeAptGet(
      `case "$*" in update*) [ -e ${bin}/held ] || { touch ${bin}/held; echo 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1' >&2; exit 100; } ;; esac`,
    );
    await installPackages([], 'apt', ['make'], () => {});
    expect(calls().filter((call) => call === 'update')).toHaveLength(2);
  });

  it("fails with apt's own reason", async () => {
    fakeAptGet(`case "$*" in update*) echo 'E: The repository is not signed.' >&2; exit 100 ;; esac`);
    await expect(installPackages([], 'apt', ['make'], () => {})).rejects.toThrow(
      'apt-get update failed: E: The repository is not signed.',
    );
  });
});

describe('installCommands', () => {
  it('shows the very commands that will run', () => {
    expect(installCommands(['sudo'], 'apt', ['make', 'gcc-12'])).toEqual([
      'sudo apt-get update',
      'sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-remove --no-install-recommends -o DPkg::Lock::Timeout=600 make gcc-12',
    ]);
  });
});

describe.each(['dnf', 'pacman', 'zypper', 'apk'] as const)('with %s', (manager) => {
  const program = (script: string) => {
    writeFileSync(join(bin, manager), `#!/bin/sh\necho "${manager} $*" >>${bin}/calls\n${script}\n`, { mode: 0o755 });
  };

  it('exactly the lines that were shown are run', async () => {
    program('');
    await installPackages([], manager, ['make', 'gcc'], () => {});
    expect(calls()).toEqual(installCommands([], manager, ['make', 'gcc']));
    expect(calls().join(' ')).toMatch(/ make gcc$/);
  });

  it('root is asked for as it was shown', async () => {
    program('');
    writeFileSync(join(bin, 'doas'), `#!/bin/sh\nprintf 'doas ' >>${bin}/calls\nexec "$@"\n`, { mode: 0o755 });
    await installPackages(['doas'], manager, ['make'], () => {});
    expect(calls()).toEqual(installCommands(['doas'], manager, ['make']));
  });

  it('its own reason is told, and that it was never tried on a real system', async () => {
    program('echo "error: target not found: make" >&2; exit 1');
    await expect(installPackages([], manager, ['make'], () => {})).rejects.toThrow(
      /failed: error: target not found: make$/,
    );
    expect(untested(manager)).toContain(`Set-up with ${manager} was tested with stand-ins, not on a real system.`);
  });
});

it('apt was tried on real systems', () => {
  expect(untested('apt')).toBeNull();
});

it('a suite is added by the programs that were shown, and readable for everybody', async () => {
  const file = join(bin, 'x.sources');
  const source = { file, text: 'Types: deb\nSuites: trixie-backports\n', suite: 'trixie-backports' };
  await addSource([], source);
  await addSource([], source);
  expect(readFileSync(file, 'utf8')).toBe(source.text);
  expect(statSync(file).mode & 0o777).toBe(0o644);
});
