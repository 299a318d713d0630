import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRunner, type Runner } from '../../src/observe/run/run.ts';
import { guardProcessGroups } from '../../src/system/process/process-groups.ts';

/** A folder that stands for a machine's `/`, with small real programs in `bin`, the whole PATH. */
export interface PretendMachine {
  root: string;
  bin: string;
  env: { PATH: string; HOME: string; [name: string]: string };
  /** Writes a file below the root and gives its absolute path. */
  file(path: string, content?: string | Buffer, mode?: number): string;
  /** Makes a folder below the root. */
  folder(path: string): string;
  /** Makes a link below the root. */
  link(path: string, target: string): string;
  /** Writes an executable shell script; a bare name goes to `bin`. */
  script(name: string, ...lines: string[]): string;
  /** Writes an executable script that answers as a recorded tool did. */
  answering(name: string, recording: string): string;
  /** A program that sleeps for the seconds it is given, under a path by which it is told from all others. */
  sleeper: string;
}

const fixtures = join(import.meta.dirname, 'fixtures');

/** An empty machine, removed when the test ends. */
export function pretendMachine(): PretendMachine {
  const root = mkdtempSync(join(tmpdir(), 'observe-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const bin = join(root, 'bin');

  const folder = (path: string) => {
    mkdirSync(join(root, path), { recursive: true });
    return join(root, path);
  };
  const file: PretendMachine['file'] = (path, content = '', mode = 0o644) => {
    folder(dirname(path));
    writeFileSync(join(root, path), content);
    chmodSync(join(root, path), mode);
    return join(root, path);
  };
  const script: PretendMachine['script'] = (name, ...lines) =>
    file(name.includes('/') ? name : `bin/${name}`, ['#!/bin/sh', ...lines, ''].join('\n'), 0o755);

  folder('bin');
  folder('libexec');
  const sleeper = join(root, 'libexec/sleeper');
  symlinkSync('/bin/sleep', sleeper);
  return {
    sleeper,
    root,
    bin,
    env: { PATH: bin, HOME: join(root, 'home') },
    file,
    folder,
    link(path, target) {
      folder(dirname(path));
      symlinkSync(target, join(root, path));
      return join(root, path);
    },
    script,
    answering: (name, recording) => script(name, ...replay(recording)),
  };
}

/** Shell lines that print what a real tool was recorded to print. */
export function replay(recording: string): string[] {
  const base = join(fixtures, recording);
  return [
    `[ ! -e ${base}.stdout ] || /bin/cat ${base}.stdout`,
    `[ ! -e ${base}.stderr ] || /bin/cat ${base}.stderr >&2`,
  ];
}

/** A runner that lives as long as the test. */
export function testRunner(env: NodeJS.ProcessEnv, timeoutMs = 5000): Runner {
  const groups = guardProcessGroups();
  onTestFinished(() => groups.release());
  return createRunner(env, timeoutMs, groups);
}
