import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flavours } from '../../src/model/assessment.ts';
import { needPrograms } from '../programs.ts';
import { renderSample } from './scripts.ts';

needPrograms('make', 'git');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'line-ends-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = () => spawnSync('make', ['KDIR=/nonexistent'], { cwd: folder, encoding: 'utf8' }).stderr;

describe.each(flavours)('a %s module', (flavour) => {
  const files = [...renderSample(flavour)];

  function write(lineEnd: string): void {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text.replaceAll('\n', lineEnd));
    }
  }

  it('with the line ends of Windows says so, and how to convert them', () => {
    write('\r\n');
    const [, command = ''] = /line ends of Windows \(CRLF\).* Convert them: (.*)\. {2}Stop\.\n/.exec(make()) ?? [];
    execFileSync('sh', ['-c', command], { cwd: folder });
    expect(make()).toContain('There is no kernel tree at /nonexistent');
    for (const [path, text] of files) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(text);
  });

  it('is checked out by git with its own line ends, whatever core.autocrlf says', () => {
    write('\n');
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'core.autocrlf=true', ...words], { cwd: folder, stdio: 'pipe' });
    git('init', '-q');
    git('add', '-A');
    for (const [path] of files) rmSync(join(folder, path));
    git('checkout-index', '-a');
    const kept = files.filter(([path]) => path !== 'config.mk');
    for (const [path, text] of kept) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(text);
  });
});
