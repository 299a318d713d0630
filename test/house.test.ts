import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const ground = ['text', 'model'];
const tables = [...ground, 'knowledge'];
const judged = [...tables, 'judge'];
const changing = [...judged, 'system', 'observe'];
const below = [...changing, 'report', 'scaffold', 'write', 'tree', 'setup'];

/** The rooms that each room may import from, beside itself. */
const floors: Readonly<Record<string, readonly string[]>> = {
  text: [],
  model: ['text'],
  system: ground,
  knowledge: ground,
  observe: [...tables, 'system'],
  judge: tables,
  report: judged,
  scaffold: judged,
  write: [...tables, 'system'],
  tree: changing,
  setup: [...changing, 'tree'],
  api: below,
  cli: [...below, 'api'],
};

/** Rooms that reach neither files, processes, the network nor Yeoman. */
const pure = ['text', 'model', 'knowledge', 'judge', 'report', 'scaffold'];

/** What all rooms may have from the top of `src`. */
const top = ['version.ts', 'virtual-templates.d.ts'];

/** The names of a folder's TypeScript files, the folders below it included. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .sort();
}

/** What a file imports, types too: files of ours from the root of the repository, other modules by their names. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import) ?\(?'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name,
  );
}

const roomOf = (file: string) => /^src\/(\w+)\//.exec(file)?.[1];

describe('the floors of the house', () => {
  it('each folder of src is a room with its place', () => {
    const entries = readdirSync(join(root, 'src'), { withFileTypes: true });
    const named = (isRoom: boolean) => entries.filter((one) => one.isDirectory() === isRoom).map(({ name }) => name);
    expect(named(true).sort()).toEqual(Object.keys(floors).sort());
    expect(named(false).sort()).toEqual(['index.ts', ...top].sort());
  });

  it.each(Object.entries(floors))('src/%s imports from nothing but %j', (room, allowed) => {
    const files = sources(join('src', room));
    expect(files).not.toEqual([]);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('src/') && !top.includes(relative('src', name)))
        .filter((name) => ![room, ...allowed].includes(roomOf(name) ?? ''))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(pure)('src/%s is pure: it reaches neither the machine nor Yeoman', (room) => {
    const reached = sources(join('src', room)).flatMap((file) =>
      importsOf(file)
        .filter((name) => /^(node:)?(fs|child_process|net|https?|os)\b|^(execa|which)$|yeoman/.test(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(reached).toEqual([]);
  });

  it('the command line never loads Yeoman', () => {
    const yeoman = sources('src').filter((file) => importsOf(file).some((name) => /yeoman|^generators\//.test(name)));
    expect(yeoman).toEqual([]);
  });

  it('no folder is too full to look through', () => {
    const counts = new Map<string, number>();
    for (const file of sources('src')) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
  });
});

describe('one door each', () => {
  /** The files below `src` in which a pattern occurs. */
  const sourcesWith = (pattern: RegExp) =>
    sources('src')
      .filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))
      .map((file) => relative('src', file));

  it('all that people read goes out through one door, where it is made harmless', () => {
    const doors = ['output.ts', 'moving-line.ts', 'ask.ts', 'confirm.ts'].map((file) => `cli/terminal/${file}`);
    const ways = /\bstd(out|err)\.write\(|\bstream\.write\(|\bconsole\.|'@inquirer\/prompts'/;
    expect(sourcesWith(ways)).toEqual(doors.sort());
  });

  it('files that somebody else may have put there are read with a limit, and named pipes are not waited for', () => {
    const readers = /\breadFile(Sync)?\(|\b(?<!\.)createReadStream\(|\bopenSync\(|[^.\w]open\(/;
    const allowed = [
      'system/files/files.ts', // the readers themselves
      'system/files/regular-file.ts',
      'system/process/strays.ts', // the kernel's own files
      'observe/run/watchdog.ts',
      'cli/delivery/step-summary.ts', // these three write
      'tree/prepare-places.ts',
      'api/try/try-module.ts',
    ];
    expect(sourcesWith(readers)).toEqual(allowed.sort());
  });
});
