import { expect, it } from 'vitest';
import { known, reasonFor } from './lab/sweep/known.ts';
import { changesOf, type Swept } from './lab/sweep/plan.ts';
import { parseTrace } from './lab/sweep/trace.ts';
import { heededVariables } from './lab/sweep/variables.ts';

it('reads out of a trace what was opened, looked at and started, and nothing that was not there', () => {
  const trace = `execve("/bin/sh", ["sh"], 0x7f /* 3 vars */) = 0
openat(AT_FDCWD</tmp>, "passwd", O_RDONLY) = 3</etc/passwd>
newfstatat(AT_FDCWD</etc>, "group", {st_mode=S_IFREG|0644, ...}, 0) = 0
openat(AT_FDCWD</etc>, "nothing", O_RDONLY) = -1 ENOENT (No such file or directory)
execve("./missing", ["x"], 0x7f) = -1 ENOENT (No such file or directory)
openat(AT_FDCWD</etc>, "/etc", O_RDONLY|O_DIRECTORY) = 4</etc>`;
  expect(parseTrace(trace, '/etc')).toEqual({ files: ['/etc/passwd', '/etc/group'], programs: ['/bin/sh'] });
});

it('lists the variables that Makefiles read and do not assign', () => {
  const makefile =
    'CC = gcc\nX := $(CC) $(KCFLAGS) $(CONFIG_X) $(KBUILD_SIGN_PIN) $(MAKE) $(LLVM:%=x)\nexport LLVM ?= 1\n';
  expect(heededVariables([makefile])).toEqual(['KBUILD_SIGN_PIN', 'KCFLAGS', 'LLVM']);
});

it('tries each file twice, a few of the headers, each program and each variable', () => {
  const headers = Array.from({ length: 9 }, (_, index) => `/tree/${index}.h`);
  const changes = changesOf({ files: [...headers, '/tree/Makefile'], programs: ['/bin/as'], variables: ['LLVM'] }, 3);
  const tried = changes.map(({ what, change }) => `${change} ${what}`);
  expect(tried).toEqual([
    ...['/tree/0.h', '/tree/3.h', '/tree/6.h', '/tree/Makefile'].flatMap((one) => [`missing ${one}`, `empty ${one}`]),
    'missing /bin/as',
    'set LLVM',
  ]);
});

it('gives a reason for differences that are known, in one direction only', () => {
  const swept: Omit<Swept, 'status'> = {
    what: '/usr/src/x/include/linux/other.h',
    change: 'missing',
    because: [],
    exitCode: 2,
    says: '',
  };
  expect(reasonFor({ ...swept, status: 'ready' })).toContain('headers');
  expect(reasonFor({ ...swept, status: 'blocked' })).toBeNull();
  expect(reasonFor({ ...swept, what: '/usr/bin/as', status: 'ready' })).toBeNull();
  expect(new Set(known.map(({ why }) => why)).size).toBeGreaterThan(2);
});
