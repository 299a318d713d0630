import { expect, test } from 'vitest';
import { nextSteps } from '../../../src/cli/commands/next-steps.ts';

test('what is ready is built', () => {
  expect(nextSteps('hello', { flavour: 'freestanding', status: 'ready' }, { arch: 'arm64' })).toBe(
    'Next: cd hello && make && make boot',
  );
});

test('what is missing is brought first, for the same kernel, and chosen before make', () => {
  expect(nextSteps('hello', { flavour: 'freestanding', status: 'fixable' }, { arch: 'arm64' })).toBe(
    'Next: kernel-rust-module setup --for freestanding,boot --arch arm64\n' +
      'Then: cd hello && kernel-rust-module configure --arch arm64 && make && make boot',
  );
  expect(nextSteps('a/b', { flavour: 'rust-for-linux', status: 'fixable' }, { kernel: '7.3.4' })).toBe(
    'Next: kernel-rust-module setup --for rust-for-linux,boot --kernel 7.3.4\n' +
      'Then: cd a/b && kernel-rust-module configure --kernel 7.3.4 && make && make boot',
  );
});

test('where no command helps, nothing is said to be built', () => {
  expect(nextSteps('hello', { flavour: 'rust-for-linux', status: 'blocked' }, { kdir: '/k' })).toBe(
    'Next: kernel-rust-module probe --for rust-for-linux --kdir /k',
  );
});
