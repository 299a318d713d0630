import { expect, test } from 'vitest';
import type { Created } from '../../../src/api/create.ts';
import { describeCreated } from '../../../src/cli/commands/describe-created.ts';

const created = (states: Created['files'][number]['state'][], outcome: Created['outcome']): Created => ({
  folder: '/home/jane/hello',
  files: states.map((state, i) => ({ path: `file${i}`, state })),
  outcome,
  notes: [],
});

test('what was written is listed, what was the same already is not', () => {
  expect(describeCreated(created(['new', 'same', 'replace'], 'written'), '/home/jane')).toBe(
    '  new       hello/file0\n  replace   hello/file2\nScaffolded hello.\n',
  );
});

test('where all was there already, that is said', () => {
  expect(describeCreated(created(['same', 'same'], 'written'), '/home/jane')).toBe(
    'hello is there already, file for file as it would be written.\n',
  );
});

test('a dry run lists every file', () => {
  expect(describeCreated(created(['same', 'conflict'], 'dry-run'), '/home/jane/hello')).toBe(
    '  same      ./file0\n  conflict  ./file1\nNothing was written, as --dry-run asks.\n',
  );
});

test('after a no, the conflicts are listed', () => {
  expect(describeCreated(created(['conflict'], 'declined'), '/home')).toBe(
    '  conflict  jane/hello/file0\nNothing was written: the files that differ are left as they are.\n',
  );
});
