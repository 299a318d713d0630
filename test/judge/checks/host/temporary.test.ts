import { describe, expect, it } from 'vitest';
import { hostTemporary } from '../../../../src/judge/checks/host/temporary.ts';
import type { Facts, HostFact } from '../../../../src/model/facts.ts';
import { facts, host, kernelFacts, rustc, tool } from '../../facts.ts';
import { judge, judgeForKernel } from '../../judging.ts';

const usual = { dir: '/tmp', usable: true };
const nowhere = { dir: '/nowhere', usable: false };
const unusable = { dir: '/tmp', usable: false };
const withFolders = (temporary: HostFact['temporary'], version: string) => ({
  host: host({ temporary }),
  rustcs: [rustc({ version, librarySourceVersion: version })],
});

describe("the kernel's build, which takes the folder that TMPDIR names", () => {
  const clang = { ...tool('/usr/bin/clang-19', '19.1.7'), family: 'Clang' } as const;
  const judged = (temporary: HostFact['temporary'], version: string, overrides: Partial<Facts> = {}) =>
    judgeForKernel(hostTemporary, kernelFacts({ ...withFolders(temporary, version), ...overrides }));

  it.each([
    [[usual], '1.85.1'],
    [[{ dir: '/var/tmp', usable: true }, unusable], '1.85.1'],
  ])('has one in %j', (temporary, version) => {
    expect(judged(temporary, version).status).toBe('ok');
  });

  it('stops without one if its rustc makes folders there, or its host programs are compiled by Clang', () => {
    expect(judged([nowhere, usual], '1.93.1')).toMatchObject({
      status: 'fail',
      goals: ['kernel'],
      found: 'this user cannot write into /nowhere',
      needed: 'a folder for temporary files, for rustc 1.93.1',
      remedies: [{ text: 'Make the folder /nowhere, or unset TMPDIR.' }],
    });
    expect(judged([nowhere, usual], '1.94.0', { environment: { LLVM: '-19' }, cc: clang })).toMatchObject({
      status: 'fail',
      needed: 'a folder for temporary files, for clang-19',
    });
    const text = 'Set TMPDIR to a folder that this user can write into.';
    expect(judged([unusable], '1.85.1').goals).toContain('kernel');
    expect(new Set(judged([unusable], '1.85.1').remedies.map((remedy) => remedy.text))).toEqual(new Set([text]));
  });

  it('goes on without one if nothing stops', () => {
    expect(judged([nowhere, usual], '1.94.0')).toMatchObject({ status: 'warn', goals: ['kernel'] });
  });
});

describe('modules, which take the usual folder if TMPDIR names none', () => {
  const judged = (temporary: HostFact['temporary'], version: string) =>
    judge(hostTemporary, facts(withFolders(temporary, version)));

  it('have one', () => {
    for (const temporary of [[usual], [nowhere, usual], [{ dir: '/var/tmp', usable: true }, unusable], undefined]) {
      expect(judged(temporary, '1.85.1').status).toBe('ok');
    }
  });

  it('cannot be booted without any, nor built by a rustc that makes folders there', () => {
    expect(judged([nowhere, unusable], '1.85.1')).toMatchObject({
      status: 'fail',
      goals: ['freestanding', 'boot'],
      found: 'this user cannot write into /nowhere or /tmp',
      needed: 'a folder for temporary files, for rustc 1.85.1 and make boot',
    });
    expect(judged([unusable], '1.96.0')).toMatchObject({
      status: 'fail',
      goals: ['boot'],
      needed: 'a folder for temporary files, for make boot',
    });
  });
});
