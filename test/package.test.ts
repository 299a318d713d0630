import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEnv } from 'yeoman-environment';

const root = join(import.meta.dirname, '..');
let folder: string;
let files: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  const { stdout } = await execa('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const [packed] = JSON.parse(stdout);
  files = packed.files.map(({ path }: { path: string }) => path);
  await execa('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('publishes what runs and what is read, and nothing else', () => {
    const allowed =
      /^(package\.json|README\.md|LICENSE-(MIT|APACHE)|schema\/report\.schema\.json|dist\/(cli|lib)\.js|dist\/chunks\/[^/]+\.js|dist\/generators\/app\/index\.js|dist\/headers\/\w+\.h|dist\/types\/src\/([\w-]+\/)?[\w-]+\.d\.ts|dist\/THIRD-PARTY-LICENSES\.txt)$/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    for (const file of [
      'dist/cli.js',
      'dist/lib.js',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/headers/cc_version.h',
      'schema/report.schema.json',
      'LICENSE-MIT',
    ]) {
      expect(files).toContain(file);
    }
  });

  it('lets a program ask without a subprocess', async () => {
    const library = await import(join(folder, 'package/dist/lib.js'));
    expect(Object.keys(library).sort()).toEqual(['UsageError', 'assess']);
    await expect(library.assess({ kdir: '/nowhere' })).resolves.toMatchObject({
      target: { kernel: { state: 'missing' } },
    });
    await expect(library.assess({ arch: 'z80' })).rejects.toMatchObject({ code: 'arch.unknown' });
  });

  it('has types that lean on nothing which is left out', () => {
    const types = files.filter((file) => file.endsWith('.d.ts'));
    expect(types).toContain('dist/types/src/index.d.ts');
    for (const file of types) {
      const text = readFileSync(join(folder, 'package', file), 'utf8');
      const imports = [...text.matchAll(/from '(\.[^']+)\.[jt]s'/g)].map(
        ([, path = '']) => `${join(dirname(file), path)}.d.ts`,
      );
      expect(imports.filter((path) => !types.includes(path))).toEqual([]);
    }
  });

  it('has exactly one generator for Yeoman to find', async () => {
    const env = createEnv();
    const found = await env.lookup({ packagePaths: [join(folder, 'package')] });
    expect(found.map(({ resolved = '' }) => resolved.replace(`${folder}/`, ''))).toEqual([
      'package/dist/generators/app/index.js',
    ]);
  });
});
