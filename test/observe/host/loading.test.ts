import { expect, test } from 'vitest';
import { observeLoading } from '../../../src/observe/host/loading.ts';
import { pretendMachine } from '../pretend-machine.ts';

const secureBoot = 'sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c';
const lockdown = 'sys/kernel/security/lockdown';
const enforced = 'sys/module/module/parameters/sig_enforce';

test('a kernel that says nothing leaves everything open', () => {
  expect(observeLoading(pretendMachine().root)).toEqual({ secureBoot: null, lockdown: null, signaturesEnforced: null });
});

test.each([
  [[6, 0, 0, 0, 1], true],
  [[6, 0, 0, 0, 0], false],
  [[6, 0, 0, 0], null],
])("the firmware's variable %j says of Secure Boot: %s", (bytes, expected) => {
  const { root, file } = pretendMachine();
  file(secureBoot, Buffer.from(bytes));
  expect(observeLoading(root).secureBoot).toBe(expected);
});

test.each([
  ['[none] integrity confidentiality\n', 'none'],
  ['none [integrity] confidentiality\n', 'integrity'],
  ['', null],
])('of the levels of lockdown, the one in brackets holds: %j', (text, expected) => {
  const { root, file } = pretendMachine();
  file(lockdown, text);
  expect(observeLoading(root).lockdown).toBe(expected);
});

test.each([
  ['Y\n', true],
  ['N\n', false],
  ['?\n', null],
])('signatures are enforced or not: %j', (text, expected) => {
  const { root, file } = pretendMachine();
  file(enforced, text);
  expect(observeLoading(root).signaturesEnforced).toBe(expected);
});

test('folders where those files should be are no answer', () => {
  const { root, folder } = pretendMachine();
  for (const path of [secureBoot, lockdown, enforced]) folder(path);
  expect(observeLoading(root)).toEqual({ secureBoot: null, lockdown: null, signaturesEnforced: null });
});
