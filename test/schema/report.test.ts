import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { allArchitectures } from '../../src/knowledge/architectures/plain-architectures.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { renderJson } from '../../src/report/json.ts';
import { facts, host, rustc, rustTree, tree } from '../judge/facts.ts';
import { recorded } from '../judge/fixtures.ts';
import { assess } from '../judge/judging.ts';
import { haveRust, matrix } from '../judge/matrix-facts.ts';
import { allKernels } from '../report/reports.ts';

const validate = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true }).compile(
  schema,
);

function errorsOf(report: unknown): unknown[] {
  validate(report);
  return validate.errors ?? [];
}

describe('the published schema', () => {
  it.each([
    ...Object.entries(recorded),
    ['a kernel with Rust', facts({ kernels: [rustTree()] })],
    [
      'no tree and no distribution',
      facts({
        kernels: [],
        rustcs: [],
        host: host({ distribution: null, container: 'podman', cache: { dir: null, bytes: 0 } }),
      }),
    ],
    [
      'a named folder that is missing',
      facts({ kernels: [tree({ origin: 'named', state: 'missing', release: null, config: {} })] }),
    ],
    [
      'tools that fail',
      facts({
        rustcs: [rustc({ outcome: 'timeout', version: null, line: '', host: null })],
        commands: [{ argv: ['rustc'], exitCode: null, milliseconds: 5000, timedOut: true }],
      }),
    ],
  ])('holds for the report on %s', (_, observed) => {
    expect(errorsOf(JSON.parse(renderJson(assess(observed))))).toEqual([]);
  });

  it('holds for a report on all kernels, on trials, and with checks left out', () => {
    const trial = { goal: 'freestanding' as const, exitCode: null, seconds: 1.5, agrees: null, output: [''] };
    const report = { ...allKernels(), trials: [trial] };
    expect(report.allKernels).toHaveLength(2);
    expect(errorsOf(report)).toEqual([]);
    expect(errorsOf({ ...report, trials: [{ ...trial, agrees: 'no' }] })).not.toEqual([]);
    expect(errorsOf({ ...report, allKernels: [{ kernel: null }] })).not.toEqual([]);
    expect(errorsOf(assess(facts(), 'x86_64', { leaveOut: new Set(['make.version']) }))).toEqual([]);
  });

  it('holds for the matrix of architectures, with and without a kernel source', () => {
    const names = allArchitectures.map(({ name }) => name);
    for (const architectures of [matrix(names), matrix(names, { haveRust }), matrix(names, { rustcs: [] })]) {
      const report = { ...assess(facts()), architectures };
      expect(errorsOf(JSON.parse(renderJson(report)))).toEqual([]);
      const [first] = architectures;
      expect(errorsOf({ ...report, architectures: [{ ...first, cells: { qemu: first?.cells.qemu } }] })).not.toEqual(
        [],
      );
      expect(errorsOf({ ...report, architectures: [{ ...first, upstream: null }] })).not.toEqual([]);
    }
  });

  it('refuses a report whose known fields are missing or of another type', () => {
    const report: Assessment = assess(facts());
    expect(errorsOf({ ...report, schemaVersion: 2 })).not.toEqual([]);
    expect(errorsOf({ ...report, findings: [{ ...report.findings[0], status: 'maybe' }] })).not.toEqual([]);
    expect(errorsOf({ ...report, verdicts: { boot: report.verdicts.boot } })).not.toEqual([]);
    expect(errorsOf({ ...report, host: { ...report.host, cache: { dir: 1, bytes: 0 } } })).not.toEqual([]);
  });

  it('lets fields be added', () => {
    expect(errorsOf({ ...assess(facts()), more: true })).toEqual([]);
  });
});
