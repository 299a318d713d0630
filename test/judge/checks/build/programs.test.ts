import { expect, it } from 'vitest';
import { buildPrograms } from '../../../../src/judge/checks/build/programs.ts';
import { facts, host, rustTree, tree } from '../../facts.ts';
import { judge } from '../../judging.ts';

it('passes when every program is there', () => {
  expect(judge(buildPrograms, facts())).toMatchObject({ status: 'ok', found: expect.stringContaining('as, readelf') });
});

it('brings binutils, and names what each program is for', () => {
  const finding = judge(buildPrograms, facts({ absentPrograms: ['as', 'readelf'] }));
  expect(finding).toMatchObject({
    status: 'fail',
    goals: ['freestanding', 'rust-for-linux'],
    found: 'as and readelf are not installed, or cannot be executed',
  });
  expect(finding.needed).toContain('as, which assembles what GCC compiles');
  expect(finding.remedies.flatMap(({ packages }) => packages)).toEqual(['binutils']);
});

it('knows what only one flavour, one kernel or one tree calls', () => {
  const judged = (absent: string, release: string, vmlinux = false) =>
    judge(
      buildPrograms,
      facts({
        absentPrograms: [absent],
        kernels: [tree({ release, vmlinux, config: { ...tree().config, CONFIG_DEBUG_INFO_BTF_MODULES: 'y' } })],
      }),
    );
  expect(judged('sha256sum', '6.1').goals).toEqual(['freestanding']);
  expect(judged('cat', '6.1').goals).toEqual(['freestanding', 'rust-for-linux']);
  expect(judged('cat', '7.3').goals).toEqual(['freestanding']);
  expect([judged('nm', '6.1').status, judged('nm', '6.12').status]).toEqual(['fail', 'ok']);
  expect([judged('objcopy', '7.3', true).status, judged('objcopy', '7.3').status]).toEqual(['fail', 'ok']);
});

it('leaves a program that every system has to a person', () => {
  const finding = judge(buildPrograms, facts({ absentPrograms: ['rm'] }));
  expect(finding.remedies).toMatchObject([{ commands: [], text: expect.stringContaining('contain rm') }]);
});

it("leaves LLVM's tools to their own check", () => {
  const kernels = [rustTree({ config: { ...rustTree().config, CONFIG_CC_IS_CLANG: 'y' } })];
  expect(judge(buildPrograms, facts({ kernels, absentPrograms: ['as'] })).status).toBe('ok');
});

it('has nothing to say without a kernel', () => {
  expect(judge(buildPrograms, facts({ kernels: [], host: host({ distribution: null }) })).status).toBe('skip');
});
