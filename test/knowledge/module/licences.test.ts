import { expect, it } from 'vitest';
import { licences } from '../../../src/knowledge/module/licences.ts';

it('has GPL-2.0 as its default', () => {
  expect(licences[0]).toEqual({ spdx: 'GPL-2.0', module: 'GPL' });
});

it('has only licences that include GPL-2.0, since the kernel exports its Rust symbols to no others', () => {
  for (const { spdx, module } of licences) {
    expect(spdx).toMatch(/^GPL-2\.0/);
    expect(module).toMatch(/GPL$/);
  }
});
