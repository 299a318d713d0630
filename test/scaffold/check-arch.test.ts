import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { architectures } from '../../src/knowledge/architectures/architectures.ts';
import { writeScripts } from '../explain/scripts.ts';
import { temporaryFolder } from '../write/folders.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeScripts(folder, 'freestanding');
  mkdirSync(join(folder, 'include/config'), { recursive: true });
});

/** What is said of a kernel tree with these symbols set. */
function check(symbols: string[], ARCH?: string) {
  const text = symbols.map((symbol) => `CONFIG_${symbol}=y\n`).join('');
  writeFileSync(join(folder, 'include/config/auto.conf'), text);
  const { PATH } = process.env;
  const env = ARCH === undefined ? { PATH } : { PATH, ARCH };
  const { status, stderr } = spawnSync('sh', ['scripts/check-arch.sh', '.'], { cwd: folder, encoding: 'utf8', env });
  return { status, stderr };
}

const silent = { status: 0, stderr: '' };

describe('the architecture that make is told', () => {
  it.each([
    ['x86_64', ['X86_64', 'X86']],
    ['i386', ['X86_32', 'X86']],
    ['x86', ['X86_64', 'X86']],
    ['arm64', ['ARM64']],
    ['arm', ['ARM']],
    ['riscv', ['RISCV']],
    ['powerpc', ['PPC']],
    ['s390', ['S390']],
    ['loongarch', ['LOONGARCH']],
    ['mips', ['MIPS']],
  ])('%s is that of its kernel trees', (arch, symbols) => {
    expect(check(symbols, arch)).toEqual(silent);
  });

  it.each(architectures.map(({ arch }) => arch).filter((arch) => arch !== 'um'))(
    '%s is not that of other kernel trees',
    (arch) => {
      const { status, stderr } = check(['OTHER', 'ARM64_PAN'], arch);
      expect(status).toBe(1);
      expect(stderr).toMatch(new RegExp(`^error: ARCH is ${arch}, and the kernel tree at \\. is for another .*\n$`));
    },
  );

  it('is left to Kbuild where there is none, or none that modules are made for', () => {
    expect(check(['ARM64'])).toEqual(silent);
    expect(check(['ARM64'], 'um')).toEqual(silent);
  });
});
