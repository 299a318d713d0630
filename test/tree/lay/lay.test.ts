import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifestFile, parseManifest } from '../../../src/model/tree-manifest.ts';
import { checksumOf } from '../../../src/system/files/checksum.ts';
import { layTree } from '../../../src/tree/lay/lay.ts';
import { needPrograms } from '../../programs.ts';
import { snapshot, temporaryFolder } from '../../write/folders.ts';
import {
  builtFiles,
  originOf,
  pretendBuild,
  pretendHeaders,
  pretendTree,
  release,
  writeFiles,
} from '../pretend-headers.ts';

/** Everything that a tree can be made from, and a place for it. */
async function ground() {
  const folder = temporaryFolder();
  const headers = pretendHeaders(join(folder, 'usr'));
  const built = pretendBuild(join(folder, 'build'));
  return { folder, headers, built, tree: join(folder, 'trees', release), origin: await originOf(headers) };
}

/** Not even the folder that the tree was to be in has been made. */
function nothingBeside(tree: string): boolean {
  return !existsSync(join(tree, '..'));
}

describe('a tree over stock headers', () => {
  test('has its own crates, macros and specification, copies of the built ones, and no more', async () => {
    const { tree } = await pretendTree(temporaryFolder());
    for (const [path, content] of Object.entries(builtFiles)) {
      expect(readFileSync(join(tree, path), 'utf8')).toBe(content);
      expect(lstatSync(join(tree, path)).isFile()).toBe(true);
    }
    const isOwn = (path: string) => lstatSync(path).isFile() && realpathSync(path) === path;
    const own = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) => isOwn(join(tree, path)));
    expect(own.sort()).toEqual([...Object.keys(builtFiles), 'Makefile', manifestFile].sort());
  });

  test('leads to the headers in all else', async () => {
    const { headers, tree } = await pretendTree(temporaryFolder());
    for (const path of ['.config', '.kernelvariables', 'Module.symvers', 'include', 'scripts/mod']) {
      expect(readlinkSync(join(tree, path))).toBe(join(headers, path));
    }
    expect(readFileSync(join(tree, 'scripts/mod/modpost'), 'utf8')).toBe('modpost');
  });

  test('says in its manifest what it was made from, and the checksums of its files', async () => {
    const { folder, headers, built, tree, origin } = await ground();
    const told = await layTree(built, tree, origin);
    const manifest = parseManifest(readFileSync(join(tree, manifestFile), 'utf8'), folder);
    expect(manifest).toEqual(told);
    expect(manifest).toMatchObject({ ...origin, format: 2, headers });
    const checksums = Object.keys(builtFiles).map(async (path) => [path, await checksumOf(join(tree, path))]);
    expect(manifest.files).toEqual(Object.fromEntries(await Promise.all(checksums)));
  });

  test('names the headers themselves, not a link to them', async () => {
    const { folder, headers, built, tree, origin } = await ground();
    symlinkSync(headers, join(folder, 'link'));
    expect(await layTree(built, tree, { ...origin, headers: join(folder, 'link') })).toMatchObject({ headers });
    expect(readlinkSync(join(tree, '.config'))).toBe(join(headers, '.config'));
  });

  test('can be read by other users as far as the umask lets them', async () => {
    const { tree } = await pretendTree(temporaryFolder());
    const readable = (path: string) => (lstatSync(path).mode & 0o444 & ~process.umask()) === (0o444 & ~process.umask());
    expect([tree, join(tree, 'rust'), join(tree, 'rust/libmacros.so')].filter((path) => !readable(path))).toEqual([]);
  });

  test('takes over a build without helpers and of a kernel whose specification lies in rust', async () => {
    const { built, tree, origin } = await ground();
    rmSync(join(built.build, 'rust/helpers'), { recursive: true });
    rmSync(join(built.build, 'scripts/target.json'));
    writeFileSync(join(built.build, 'rust/target.json'), '{}');
    const { files } = await layTree(built, tree, origin);
    const lost = ['rust/helpers/helpers_module.bc', 'scripts/target.json'];
    const expected = [...Object.keys(builtFiles).filter((path) => !lost.includes(path)), 'rust/target.json'];
    expect(Object.keys(files)).toEqual(expected.sort());
  });
});

describe('the place of a tree', () => {
  test('may be an earlier tree, which goes', async () => {
    const { headers, tree } = await pretendTree(temporaryFolder());
    const built = pretendBuild(temporaryFolder());
    writeFileSync(join(built.build, 'rust/libkernel.rmeta'), 'newer');
    await layTree(built, tree, await originOf(headers));
    expect(readFileSync(join(tree, 'rust/libkernel.rmeta'), 'utf8')).toBe('newer');
    expect(readdirSync(join(tree, '..'))).toEqual([release]);
  });

  test.each(['folder', 'file', 'dangling link'])('may not be a foreign %s, which stays', async (kind) => {
    const { built, tree, origin } = await ground();
    mkdirSync(join(tree, '..'));
    if (kind === 'folder') mkdirSync(tree);
    else if (kind === 'file') writeFileSync(tree, 'mine');
    else symlinkSync('nowhere', tree);
    const before = snapshot(join(tree, '..'));
    await expect(layTree(built, tree, origin)).rejects.toMatchObject({ code: 'kdir.occupied' });
    expect(snapshot(join(tree, '..'))).toEqual(before);
  });

  test.each<[string, (tree: string) => void]>([
    ['a file that is not of the tree', (tree) => writeFileSync(join(tree, 'thesis.txt'), 'years of work')],
    ['such a file in a folder of the tree', (tree) => writeFileSync(join(tree, 'rust/mine.rs'), 'years of work')],
    ['a folder that is not of the tree', (tree) => mkdirSync(join(tree, 'mine'))],
    ['a link that is not of the tree', (tree) => symlinkSync('/home', join(tree, 'mine'))],
    ['another Makefile', (tree) => writeFileSync(join(tree, 'Makefile'), 'all:\n')],
  ])('may not be a tree with %s in it, which stays', async (_what, add) => {
    const { headers, tree } = await pretendTree(temporaryFolder());
    add(tree);
    const before = snapshot(join(tree, '..'));
    const laying = layTree(pretendBuild(temporaryFolder()), tree, await originOf(headers));
    await expect(laying).rejects.toMatchObject({ code: 'kdir.occupied' });
    expect(snapshot(join(tree, '..'))).toEqual(before);
  });

  test.each([
    ['a saved report', '{ "schemaVersion": 1, "verdicts": {} }'],
    ['nothing', ''],
    ['the manifest of a tree', undefined],
  ])('may not be a folder in which a file with the manifest’s name holds %s', async (_what, text) => {
    const { headers, tree } = await pretendTree(temporaryFolder());
    const project = temporaryFolder();
    writeFiles(project, {
      [manifestFile]: text ?? readFileSync(join(tree, manifestFile)),
      'src/thesis.txt': 'years of work',
    });
    const laying = layTree(pretendBuild(temporaryFolder()), project, await originOf(headers));
    await expect(laying).rejects.toMatchObject({ code: 'kdir.occupied' });
    expect(readFileSync(join(project, 'src/thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('may be a tree whose manifest or files were damaged', async () => {
    const { headers, tree } = await pretendTree(temporaryFolder());
    writeFileSync(join(tree, manifestFile), '{');
    rmSync(join(tree, 'rust/libcore.rmeta'));
    await layTree(pretendBuild(temporaryFolder()), tree, await originOf(headers));
    expect(existsSync(join(tree, 'rust/libcore.rmeta'))).toBe(true);
  });

  test('may not be a link to a tree', async () => {
    const { headers, tree } = await pretendTree(temporaryFolder());
    symlinkSync(tree, `${tree}.link`);
    const laying = layTree(pretendBuild(temporaryFolder()), `${tree}.link`, await originOf(headers));
    await expect(laying).rejects.toThrow(/is a symbolic link/);
  });

  test('is left as it is when something appears there meanwhile', async () => {
    const { built, tree, origin } = await ground();
    const laying = layTree(built, tree, origin);
    const appear = setInterval(() => {
      if (existsSync(join(tree, '..'))) mkdirSync(join(tree, 'mine'), { recursive: true });
    }, 1);
    await expect(laying.finally(() => clearInterval(appear))).rejects.toMatchObject({ code: 'kdir.occupied' });
    expect(snapshot(join(tree, '..'))).toEqual({ [release]: '/', [`${release}/mine`]: '/' });
  });

  test.each(['with space', 'with:colon', 'with$dollar'])(
    'may not be one where Kbuild cannot build: %s',
    async (name) => {
      const { folder, built, origin } = await ground();
      await expect(layTree(built, join(folder, name), origin)).rejects.toMatchObject({ code: 'kdir.path' });
      expect(existsSync(join(folder, name))).toBe(false);
    },
  );

  test('may not lie below a file', async () => {
    const { folder, built, origin } = await ground();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('nowhere', join(folder, 'link'));
    for (const name of ['file', 'link']) {
      const sentence = `"${join(folder, name)}" is not a folder, so no kernel tree can be made below it`;
      await expect(layTree(built, join(folder, name, 'tree'), origin)).rejects.toThrow(sentence);
    }
  });
});

describe('headers', () => {
  test.each(['.config', 'Module.symvers'])('whose %s changed since the build began are refused', async (file) => {
    const { headers, built, tree, origin } = await ground();
    writeFileSync(join(headers, file), 'of an update');
    await expect(layTree(built, tree, origin)).rejects.toThrow(
      `are of another build of Linux ${release} than the Rust metadata, which was made from linux-source-7.3 7.3.4-1~bpo13+1, since ${file} differs: install that version of the headers, or run kernel-rust-module kdir --kernel ${release}`,
    );
    expect(nothingBeside(tree)).toBe(true);
  });

  test.each(['', 'Makefile', 'scripts', '.config', 'Module.symvers'])(
    'without their %j are called so',
    async (part) => {
      const { headers, built, tree, origin } = await ground();
      rmSync(join(headers, part), { recursive: true });
      const sentence = `There are no kernel headers in "${headers}", or a part of them is missing: install their package`;
      await expect(layTree(built, tree, origin)).rejects.toThrow(sentence);
      expect(nothingBeside(tree)).toBe(true);
    },
  );

  test.each([
    ['a Makefile with rules', 'include /etc/hostname\nall:\n'],
    ['no Makefile of another folder', '# nothing\n'],
    ['a folder of their own each time', 'KBUILD_OUTPUT=/etc\nKBUILD_OUTPUT=$(PWD)\ninclude /etc/hostname\n'],
  ])('with %s are not taken for Debian’s', async (_what, makefile) => {
    const { headers, built, tree, origin } = await ground();
    writeFileSync(join(headers, 'Makefile'), makefile);
    await expect(layTree(built, tree, origin)).rejects.toThrow(/is not laid out as Debian's kernel headers are/);
    expect(nothingBeside(tree)).toBe(true);
  });

  test('that were merely unpacked, or moved, are refused', async () => {
    const { folder, headers, built, tree, origin } = await ground();
    const common = realpathSync(join(headers, '../linux-headers-7.3.4+deb13-common'));
    const elsewhere = [
      `KBUILD_OUTPUT=/usr/src/linux-headers-none\ninclude ${common}/Makefile\n`,
      `KBUILD_OUTPUT=${folder}\ninclude ${common}/Makefile\n`,
      `KBUILD_OUTPUT=${headers}\ninclude /usr/src/linux-headers-none/Makefile\n`,
    ];
    for (const makefile of elsewhere) {
      writeFileSync(join(headers, 'Makefile'), makefile);
      await expect(layTree(built, tree, origin)).rejects.toThrow(/were made for another place/);
      expect(nothingBeside(tree)).toBe(true);
    }
  });
});

describe('a build that cannot be copied', () => {
  test('leaves nothing', async () => {
    const { built, tree, origin } = await ground();
    writeFiles(built.source, { 'rust/libcore.rmeta/lib.rs': 'a folder where the build has a file' });
    await expect(layTree(built, tree, origin)).rejects.toMatchObject({ code: 'folder.changed' });
    expect(nothingBeside(tree)).toBe(true);
  });

  test('leaves an earlier tree as it was', async () => {
    const { headers, tree } = await pretendTree(temporaryFolder());
    const before = snapshot(join(tree, '..'));
    const built = pretendBuild(temporaryFolder());
    const stopped = AbortSignal.abort(new Error('told to stop'));
    await expect(layTree(built, tree, await originOf(headers), stopped)).rejects.toThrow();
    expect(snapshot(join(tree, '..'))).toEqual(before);
  });
});

describe('make', () => {
  needPrograms('make');

  test('takes the tree for the build folder, with the rules of the headers', async () => {
    const { headers, tree } = await pretendTree(temporaryFolder());
    const common = join(headers, '../linux-headers-7.3.4+deb13-common/Makefile');
    writeFileSync(common, 'all:\n\t@echo $(KBUILD_OUTPUT) $(lastword $(MAKEFILE_LIST))\n');
    const said = execFileSync('make', ['-s', '-C', tree], { encoding: 'utf8' });
    expect(said).toBe(`${tree} ${common}\n`);
  });
});
