import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..', 'src');

/** Everything that the files of a room import, however many files lie between: our own files below `src`, and foreign modules. */
async function reachableFrom(room: string): Promise<string[]> {
  const input = readdirSync(join(source, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const bundle = await rolldown({ input, platform: 'node', external: /^[^./]/, treeshake: false });
  const { output } = await bundle.generate();
  const modules = output.flatMap((file) =>
    file.type === 'chunk' ? [...file.moduleIds, ...file.imports, ...file.dynamicImports] : [],
  );
  return [...new Set(modules.map((id) => id.replace(`${source}/`, '')))].sort();
}

/** The files below `src` in which a pattern occurs. */
function sourcesWith(pattern: RegExp): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && pattern.test(readFileSync(join(source, file), 'utf8')))
    .sort();
}

describe('the floors of the house', () => {
  it.each(['knowledge', 'judge', 'report', 'scaffold'])(
    'src/%s is pure: it reaches neither the machine nor Yeoman',
    async (room) => {
      const reached = await reachableFrom(room);
      expect(reached.filter((id) => id.startsWith(`${room}/`))).not.toEqual([]);
      expect(
        reached.filter((id) =>
          /^(observe|setup|writer|boot|kdir|cli)\/|^(node:)?(fs|child_process|net|https?|os)\b|^execa|^which|yeoman/.test(
            id,
          ),
        ),
      ).toEqual([]);
    },
  );

  it('src/observe does not know who calls it', async () => {
    const reached = await reachableFrom('observe');
    // How a message repeats input is nobody's business in particular: the parser of manifests takes it from there.
    const callers = /^(judge|report|scaffold|setup|writer|boot|kdir|cli)\/|yeoman/;
    const shared = ['kdir/manifest.ts', 'scaffold/quote.ts'];
    expect(reached.filter((id) => callers.test(id) && !shared.includes(id))).toEqual([]);
  });

  it('all that people read goes out through one door, where it is made harmless', () => {
    const doors = ['cli/output.ts', 'cli/moving-line.ts', 'cli/ask.ts', 'cli/confirm.ts'];
    const ways = /\bstd(out|err)\.write\(|\bstream\.write\(|\bconsole\.|'@inquirer\/prompts'/;
    expect(sourcesWith(ways)).toEqual(doors.sort());
  });

  it('files that somebody else may have put there are read with a limit, and named pipes are not waited for', () => {
    const readers = /\breadFile(Sync)?\(|\b(?<!\.)createReadStream\(|\bopenSync\(|[^.\w]open\(/;
    const allowed = [
      'observe/files.ts', // the readers themselves
      'observe/regular-file.ts',
      'process/strays.ts', // the kernel's own files
      'observe/watchdog.ts',
      'cli/step-summary.ts', // these three write
      'kdir/prepare-places.ts',
      'try/try-module.ts',
    ];
    expect(sourcesWith(readers)).toEqual(allowed.sort());
  });

  it('the command line never loads Yeoman', async () => {
    expect((await reachableFrom('cli')).filter((id) => /yeoman|generators\//.test(id))).toEqual([]);
  });
});
