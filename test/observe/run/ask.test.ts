import { expect, test } from 'vitest';
import { toolFact } from '../../../src/observe/run/ask.ts';

const version = /^make (\d+\.\d+)/;
const answered = { stdout: '', stderr: '', ended: 'exit', exitCode: 0 } as const;

test('the line that holds the version is kept, wherever it was printed', () => {
  const fact = toolFact(
    '/bin/make',
    { ...answered, stdout: 'hello\n', stderr: 'warning\nmake 4.3 \x1b[1mbold\n' },
    version,
  );
  expect(fact).toEqual({ path: '/bin/make', outcome: 'ok', version: '4.3', line: 'make 4.3 bold' });
});

test('an answer without a version is garbage, shown by its first line with something on it', () => {
  const fact = toolFact('/bin/make', { ...answered, stdout: '\n\x07\nwhat?\nmore\n' }, version);
  expect(fact).toMatchObject({ outcome: 'garbage', version: null, line: 'what?' });
});

test.each([
  [{ ended: 'exit', exitCode: 1 }, 'crash'],
  [{ ended: 'signal', exitCode: null }, 'crash'],
  [{ ended: 'timeout', exitCode: null }, 'timeout'],
  [{ ended: 'not-started', exitCode: null }, 'not-runnable'],
] as const)('a tool that ended with %o has no version, whatever it printed: %s', (how, outcome) => {
  expect(toolFact('/bin/make', { ...answered, stdout: 'make 4.3\n', ...how }, version)).toMatchObject({
    outcome,
    version: null,
  });
});

test('a tool that printed its version and then far too much has answered', () => {
  const answer = { ...answered, stdout: 'make 4.3\nmake 4.4\n', ended: 'overflow', exitCode: null } as const;
  expect(toolFact('/bin/make', answer, version)).toMatchObject({ outcome: 'ok', version: '4.3' });
});
