import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tryModule } from '../../../src/api/try/try-module.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import type { Model } from '../../../src/scaffold/model.ts';
import { assessment } from '../../scaffold/assessment.ts';
import { temporaryFolder } from '../../write/folders.ts';

const templates = new Map([['common/Makefile', ({ name }: Model) => `NAME := ${name}\n`]]);
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'tmp'));
  vi.stubEnv('TMPDIR', join(folder, 'tmp'));
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  return () => vi.unstubAllEnvs();
});

/** A make that does what a script says. */
function fakeMake(script: string): void {
  writeFileSync(join(folder, 'make'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** What is known of the machine, with another verdict on freestanding modules. */
function judged(status: 'ready' | 'blocked' | 'unproven', because: string[] = []): Assessment {
  const { verdicts } = assessment();
  return assessment({ verdicts: { ...verdicts, freestanding: { ...verdicts.freestanding, status, because } } });
}

const tried = (report = judged('ready')) => tryModule(report, 'freestanding', templates);

/** Waits for the end of a process that was told to end; fails if it does not. */
async function ended(id: string): Promise<void> {
  const stat = `/proc/${id}/stat`;
  await vi.waitFor(() => expect(existsSync(stat) && !/\) [ZX] /.test(readFileSync(stat, 'utf8'))).toBe(false), 5000);
}

describe('a throw-away module', () => {
  it('is built with what was chosen for this machine, and nothing of it is left', async () => {
    fakeMake(`pwd >${folder}/seen; cat config.mk >>${folder}/seen; echo "$@ $KDIR" >>${folder}/seen; echo built`);
    vi.stubEnv('KDIR', '/another');
    const trial = await tried();
    expect(trial).toMatchObject({ goal: 'freestanding', exitCode: 0, agrees: true, output: ['built'] });
    const seen = readFileSync(join(folder, 'seen'), 'utf8');
    expect(seen.startsWith(join(folder, 'tmp'))).toBe(true);
    expect(seen).toContain('KDIR ?= /usr/src/linux-headers-6.1.0-56-amd64\n');
    expect(seen).toContain('modules \n');
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it.each([
    ['ready', [], 0, true],
    ['ready', [], 2, false],
    ['blocked', ['make.version'], 2, true],
    ['blocked', ['make.version'], 0, false],
    ['unproven', [], 0, null],
    ['unproven', [], 2, null],
    ['unproven', ['make.version'], 0, false],
  ] as const)(
    'of a verdict that is %s for %j, when make ends with %i: agrees is %s',
    async (status, because, code, agrees) => {
      fakeMake(`exit ${code}`);
      expect(await tried(judged(status, [...because]))).toMatchObject({ exitCode: code, agrees });
    },
  );

  it('keeps the last lines of what was said, to either stream', async () => {
    fakeMake('seq 30000; echo last >&2; exit 2');
    const { output } = await tried();
    expect(output).toHaveLength(20);
    expect(output.slice(-2)).toEqual(['30000', 'last']);
  });

  it('was not built where there is no make, and nothing of it is left', async () => {
    vi.stubEnv('PATH', join(folder, 'nothing'));
    expect(await tried()).toMatchObject({ exitCode: null, agrees: false, output: [] });
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('was not built where it cannot even be scaffolded, and it is said why', async () => {
    const { target } = assessment();
    const kernel = { release: '6.1.0', state: 'headers' as const, llvm: false, dir: '/a b' };
    const { exitCode, output } = await tried({ ...judged('ready'), target: { ...target, kernel } });
    expect(exitCode).toBeNull();
    expect(output).toEqual([expect.stringContaining('The kernel tree "/a b" has a space in its path')]);
  });

  it('leaves nothing running that make had started', async () => {
    fakeMake(`sleep 60 & echo $! >${folder}/left; exit 0`);
    expect(await tried()).toMatchObject({ exitCode: 0 });
    await ended(readFileSync(join(folder, 'left'), 'utf8').trim());
  });

  it('is stopped and thrown away when this process is told to end', async () => {
    fakeMake(`trap 'echo told >${folder}/told; exit 1' TERM; sleep 60 & echo $! >${folder}/left; wait`);
    const listener = vi.fn();
    process.on('SIGTERM', listener);
    const trial = tried();
    await vi.waitFor(() => expect(existsSync(join(folder, 'left'))).toBe(true), { timeout: 10_000 });
    process.kill(process.pid, 'SIGTERM');
    await trial;
    process.off('SIGTERM', listener);
    expect(listener).toHaveBeenCalledOnce();
    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe('told\n');
    await ended(readFileSync(join(folder, 'left'), 'utf8').trim());
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });
});
