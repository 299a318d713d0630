import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goals } from '../../../src/model/assessment.ts';
import type { Facts } from '../../../src/model/facts.ts';
import { renderJunit } from '../../../src/report/junit.ts';
import { renderText } from '../../../src/report/text.ts';
import { planSetup } from '../../../src/setup/plan.ts';
import { facts, rustTree, stockFacts, tree } from '../facts.ts';
import { recorded } from '../fixtures.ts';
import { assess } from '../judging.ts';

const machines = { ...recorded, plain: facts(), rust: facts({ kernels: [rustTree()] }), stock: stockFacts() };

const silent = { outcome: 'timeout' as const, version: null, line: '' };

/** The same facts where the tools at some of these places did not answer. */
function slowed(observed: Facts, isSlow: () => boolean): Facts {
  const slow = <Tool extends object>(tool: Tool, rest: Partial<Tool> = {}): Tool =>
    isSlow() ? { ...tool, ...silent, ...rest } : tool;
  const orNone = <Tool extends object>(tool: Tool | null, rest: Partial<Tool> = {}) => tool && slow(tool, rest);
  return {
    ...observed,
    rustcs: observed.rustcs.map((one) =>
      slow(one, { host: null, llvmVersion: null, sysroot: null, llvmBackend: null }),
    ),
    bindgens: observed.bindgens.map((one) => slow(one, { libclang: null, defects: [] })),
    clang: orNone(observed.clang, { targets: [] }),
    llvmConfigs: observed.llvmConfigs.map((one) => slow(one, { targets: [] })),
    gccs: observed.gccs.map((one) => slow(one)),
    lld: orNone(observed.lld),
    ld: orNone(observed.ld),
    cc: orNone(observed.cc, { family: null }),
    make: orNone(observed.make),
    pahole: orNone(observed.pahole),
    qemu: orNone(observed.qemu),
    busybox: orNone(observed.busybox),
  };
}

describe('tools that did not answer in time', () => {
  it('block nothing, and make nothing fixable: the machine may be busy', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(machines)), fc.infiniteStream(fc.boolean()), (observed, stream) => {
        const before = assess(observed).verdicts;
        const { verdicts, findings } = assess(slowed(observed, () => stream.next().value === true));
        for (const goal of goals) {
          const { status, unproven, remedies } = verdicts[goal];
          if (before[goal].status === 'ready') expect(['ready', 'unproven']).toContain(status);
          if (before[goal].status === 'fixable') expect(['fixable', 'unproven']).toContain(status);
          if (status === 'unproven' && goal !== 'kernel')
            expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(unproven));
          expect(remedies.map(({ text }) => text).join()).not.toMatch(/Repair or remove/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say which did not, and what to do', () => {
    const report = assess(facts({ ld: { path: '/usr/bin/ld', ...silent } }));
    expect(report.verdicts.freestanding).toMatchObject({
      status: 'unproven',
      because: [],
      unproven: ['binutils.ld'],
    });
    expect(report.verdicts.freestanding.summary).toMatch(
      /^Whether freestanding modules can be built for .* is not known, because GNU ld \(\/usr\/bin\/ld\) did not answer within 5 s\.$/,
    );
    const text = renderText(report, { colour: false, verbose: false, strict: false, width: 200 });
    expect(text).toContain('give tools more time: --timeout 30');
    expect(text).not.toContain('Left out');
    expect(renderJunit(report, { strict: false })).not.toContain('left out');
    expect(planSetup(report, ['freestanding']).blocked[0]).toContain('did not answer within 5 s');
  });

  it('do not hide what is known to be missing', () => {
    const report = assess(facts({ make: null, ld: { path: '/usr/bin/ld', ...silent } }));
    expect(report.verdicts.freestanding).toMatchObject({ status: 'unproven', because: ['make.version'] });
    expect(report.verdicts.freestanding.summary).toContain('What is known to be missing: GNU make is not installed.');
  });

  it('leave a verdict that they have no part in', () => {
    const kernels = [tree({ state: 'not-a-tree', origin: 'named' })];
    const report = assess(facts({ kernels, ld: { path: '/usr/bin/ld', ...silent } }));
    expect(report.verdicts.freestanding).toMatchObject({ status: 'blocked', because: ['kernel.tree'] });
  });
});
