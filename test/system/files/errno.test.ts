import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { getSystemErrorName } from 'node:util';
import { expect, test } from 'vitest';
import { Failure } from '../../../src/model/failure.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { errnoOf, refuseErrno, systemFailure } from '../../../src/system/files/errno.ts';

/** An error as Node makes it, with the name that its library gives it. */
function systemError(number: number, syscall = 'rename', path = '/m/Makefile'): Error {
  const code = getSystemErrorName(-number);
  return Object.assign(new Error(`${code}: words, ${syscall} '${path}'`), { errno: -number, code, syscall, path });
}

test.each(Object.entries(constants.errno))('%s is the trouble of the system, in a sentence or two', (_, number) => {
  for (const refusal of [systemFailure(systemError(number)), refuseErrno(systemError(number), '/m')]) {
    expect(refusal).toBeInstanceOf(Failure);
    expect((refusal as Failure).message).toMatch(/^Cannot [^\n]*: [^\n]+\.( [A-Z][^\n]*\.)?$/);
    expect((refusal as Failure).message).not.toContain('Unknown system error');
  }
});

test('the words say what cannot be done, to what, and why', () => {
  expect(systemFailure(systemError(constants.errno.EIO, 'open', '/x\u001b'))?.message).toBe(
    String.raw`Cannot open "/x\u001b": input/output error. See what the kernel log says of that disk.`,
  );
  expect(systemFailure(systemError(constants.errno.ENOENT, 'spawn make', 'make'))?.message).toBe(
    'Cannot start "make": no such file or folder.',
  );
  expect(refuseErrno(systemError(constants.errno.EDQUOT), '/m')).toMatchObject({
    code: 'folder.disk-full',
    message: 'Cannot write to "/m": your disk quota is used up. Make room and try again.',
  });
});

test('errors of the system itself are known, and no others', () => {
  const ours = new UsageError('name.empty', 'x');
  expect([errnoOf(ours), systemFailure(ours), refuseErrno(ours, '/m')]).toEqual([undefined, null, ours]);
  try {
    readFileSync('/');
  } catch (error) {
    expect(errnoOf(error)).toBe('EISDIR');
  }
  expect(systemFailure(new TypeError('x is not a function'))).toBeNull();
});
