import { expect, it } from 'vitest';
import { allArchitectures } from '../../../src/knowledge/architectures/plain-architectures.ts';
import { rustSupport } from '../../../src/knowledge/architectures/rust-support.ts';
import { kernelTargets } from '../../../src/knowledge/kernel/rust-metadata.ts';

it('is told of architectures that the tables of architectures have, each once', () => {
  const names = rustSupport.map(({ architecture }) => architecture);
  expect(names.filter((name) => !allArchitectures.some((row) => row.name === name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

it('goes with a target that kernels of the architecture are compiled for', () => {
  const supported = allArchitectures.filter((row) => rustSupport.some(({ architecture }) => architecture === row.name));
  expect(supported.filter((row) => kernelTargets[row.srcarch] === undefined)).toEqual([]);
});
