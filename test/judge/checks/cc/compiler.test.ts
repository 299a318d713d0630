import { describe, expect, it } from 'vitest';
import { ccCompiler } from '../../../../src/judge/checks/cc/compiler.ts';
import { facts, host, tool, tree } from '../../facts.ts';
import { commands, judge } from '../../judging.ts';

const gcc = tool('/usr/bin/gcc', '12.2.0');

describe("with Debian's headers, which call their compiler by its versioned name", () => {
  it('that very program is needed, and gcc alone will not do', () => {
    const finding = judge(ccCompiler, facts({ gccs: [gcc] }));
    expect(finding).toMatchObject({ status: 'fail', found: 'gcc-12 is not installed' });
    expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['gcc-12']);
  });

  it('it is found under the prefix that they put before it, and under no other', () => {
    const gccs = [tool('/usr/bin/x86_64-linux-gnu-gcc-12', '12.2.0')];
    const kernels = [tree({ toolPrefix: 'x86_64-linux-gnu-' })];
    expect(judge(ccCompiler, facts({ gccs, kernels })).status).toBe('ok');
    expect(judge(ccCompiler, facts({ gccs })).status).toBe('fail');
  });

  it('it has to be whole, and of the very version that plugins of the tree are for', () => {
    const gccs = [tool('/usr/bin/gcc-12', '12.2.0')];
    const incomplete = judge(ccCompiler, facts({ gccs: [{ ...tool('/usr/bin/gcc-12', '12.2.0'), lacks: 'cc1' }] }));
    expect(incomplete).toMatchObject({ status: 'fail', found: expect.stringContaining('lacks cc1') });
    const judged = (version: string | null) =>
      judge(
        ccCompiler,
        facts({ gccs, kernels: [tree({ plugins: [{ file: 'scripts/gcc-plugins/x.so', gcc: version }] })] }),
      );
    expect(judged('12.3.0')).toMatchObject({
      status: 'fail',
      found: 'gcc-12 is version 12.2.0, and scripts/gcc-plugins/x.so is a plugin for GCC 12.3.0',
    });
    expect([judged('12.2.0').status, judged(null).status]).toEqual(['ok', 'ok']);
  });

  it('no package is promised for a version that the release does not have', () => {
    const kernels = [tree({ compiler: 'gcc-15 (Debian 15.1.0) 15.1.0' })];
    expect(commands(judge(ccCompiler, facts({ kernels })))).toEqual([]);
  });
});

describe('with any other tree', () => {
  const kernels = [tree({ state: 'source' })];

  it('gcc will do', () => {
    expect(judge(ccCompiler, facts({ kernels, gccs: [gcc] })).status).toBe('ok');
  });

  it('another major version is worth a warning', () => {
    expect(judge(ccCompiler, facts({ kernels, gccs: [tool('/usr/bin/gcc', '14.2.0')] }))).toMatchObject({
      status: 'warn',
      found: 'gcc here is version 14.2.0, and the kernel 6.1.0-56-amd64 was built with gcc-12',
    });
  });

  describe('an older major version', () => {
    const config = {
      CONFIG_CC_HAS_MIN_FUNCTION_ALIGNMENT: 'y',
      CONFIG_FUNCTION_ALIGNMENT: '16',
      CONFIG_INIT_STACK_ALL_ZERO: 'y',
    };
    const judged = (compiler: string, version: string) =>
      judge(
        ccCompiler,
        facts({ kernels: [tree({ state: 'source', compiler, config })], gccs: [tool('/usr/bin/gcc', version)] }),
      );

    it('fails where it does not know an option that the configuration asks for, and the newest of those counts', () => {
      const finding = judged('gcc-14 (Debian 14.2.0-19) 14.2.0', '11.3.0');
      expect(finding).toMatchObject({
        status: 'fail',
        found:
          'gcc (/usr/bin/gcc) is version 11.3.0, which does not know -fmin-function-alignment and -ftrivial-auto-var-init',
        needed: 'GCC 14 or newer, as the configuration of the kernel 6.1.0-56-amd64 has it',
      });
      expect(finding.detail).toContain('-ftrivial-auto-var-init: GCC 12 knows it');
      expect(commands(finding)).toEqual([]);
    });

    it('is worth a warning where it knows them all', () => {
      expect(judged('gcc-16 (Debian 16.2.0-3) 16.2.0', '15.2.0').status).toBe('warn');
      expect(judged('gcc-16 (Debian 16.2.0-3) 16.2.0', '14.2.0').status).toBe('warn');
      expect(judged('gcc-16 (Debian 16.2.0-3) 16.2.0', '13.5.0').status).toBe('fail');
    });

    it('fails too where the name that built the kernel holds no version', () => {
      expect(judged('gcc (GCC) 14.2.1', '13.3.0').status).toBe('fail');
      expect(judged('gcc (GCC) 14.2.1', '14.2.1').status).toBe('ok');
    });
  });

  it('one below what the kernel asks for fails', () => {
    expect(judge(ccCompiler, facts({ kernels, gccs: [tool('/usr/bin/gcc', '4.9.4')] })).needed).toBe(
      'at least 5.1, which the kernel 6.1.0-56-amd64 asks for',
    );
  });

  it('no commands are made up where the distribution is not known', () => {
    expect(commands(judge(ccCompiler, facts({ kernels, gccs: [], host: host({ distribution: null }) })))).toEqual([]);
  });
});

it.each([
  ['no cross prefix is taken off where the user gives one', 'aarch64-linux-gnu-', 'fail'],
  ['it is found where it is among those of the architecture', 'x86_64-linux-gnu-', 'ok'],
])('CROSS_COMPILE: %s', (_, CROSS_COMPILE, status) => {
  const gccs = [gcc, tool('/usr/bin/x86_64-linux-gnu-gcc', '12.2.0')];
  const observed = facts({ environment: { CROSS_COMPILE }, kernels: [tree({ state: 'source' })], gccs });
  expect(judge(ccCompiler, observed).status).toBe(status);
});

describe('CROSS_COMPILE before the versioned name that headers call', () => {
  const named = (CROSS_COMPILE: string, toolPrefix = '') => {
    const gccs = [tool('/usr/bin/gcc-12', '12.2.0'), tool('/usr/bin/x86_64-linux-gnu-gcc-12', '12.2.0')];
    return judge(ccCompiler, facts({ environment: { CROSS_COMPILE }, gccs, kernels: [tree({ toolPrefix })] }));
  };

  it('names another compiler, which has to be there', () => {
    expect(named('x86_64-linux-gnu-').status).toBe('ok');
    const finding = named('nonsense-');
    expect(finding).toMatchObject({ status: 'fail', found: 'nonsense-gcc-12 is not installed' });
    expect(finding.remedies).toMatchObject([{ commands: [], text: expect.stringMatching(/^Unset CROSS_COMPILE/) }]);
  });

  it('is put aside by headers that set it themselves', () => {
    expect(named('nonsense-', 'x86_64-linux-gnu-').status).toBe('ok');
  });
});

it('a cross compiler that was observed as the one make takes will do', () => {
  const cc = { ...tool('/opt/bin/my-gcc', '12.2.0'), family: 'GCC' } as const;
  const environment = { CROSS_COMPILE: '/opt/bin/my-' };
  expect(judge(ccCompiler, facts({ environment, cc, kernels: [tree({ state: 'source' })] })).status).toBe('ok');
});

describe('on a kernel built with Clang', () => {
  const kernels = [tree({ config: { CONFIG_CC_IS_CLANG: 'y' }, compiler: 'Debian clang version 19.1.7 (3+b1)' })];

  it('leaves clang to the check on clang', () => {
    expect(judge(ccCompiler, facts({ kernels, gccs: [] })).status).toBe('skip');
  });

  it('another major version of clang is worth a warning', () => {
    const clang = { ...tool('/usr/bin/clang', '21.1.0'), targets: ['x86-64'] };
    expect(judge(ccCompiler, facts({ kernels, clang }))).toMatchObject({
      status: 'warn',
      found: 'clang (/usr/bin/clang) here is version 21.1.0, and the kernel 6.1.0-56-amd64 was built with clang 19',
    });
  });
});
