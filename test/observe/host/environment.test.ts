import { expect, test } from 'vitest';
import { observeEnvironment } from '../../../src/observe/host/environment.ts';

test('the variables that are set are kept, while empty and foreign ones are not', () => {
  const env = { PATH: '/bin', SECRET: 'x', LLVM: '-19', KRUSTFLAGS: '--sysroot=/a b', CC: '', BINDGEN: undefined };
  expect(observeEnvironment(env)).toEqual({ LLVM: '-19', KRUSTFLAGS: '--sysroot=/a b' });
});
