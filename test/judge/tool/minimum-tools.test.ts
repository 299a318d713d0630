import { expect, it } from 'vitest';
import { minimumFor } from '../../../src/judge/tool/minimum-tools.ts';
import type { MeasuredTool } from '../../../src/knowledge/kernel/minimum.ts';
import { architecture, kernelFacts, source, target } from '../facts.ts';

function minimum(tool: MeasuredTool, version: string, name = 'x86_64') {
  const { source: kernel } = target(kernelFacts({ kernels: [source({ version })] }), name);
  return minimumFor(tool, kernel, architecture(name))?.version;
}

it.each<[MeasuredTool, string, string, string | undefined]>([
  // As Debian's scripts/min-tool-version.sh of 6.1.192, 6.12.117, 7.2.12 and 7.3.4 answer.
  ['rustc', '6.1.192', 'x86_64', '1.62.0'],
  ['rustc', '6.12.117', 'x86_64', '1.78.0'],
  ['rustc', '6.12.117', 's390x', '1.78.0'],
  ['rustc', '7.2.12', 's390x', '1.96.0'],
  ['rustc', '7.2.12', 'ppc64le', '1.85.0'],
  ['rustc', '7.3.4', 'ppc64le', '1.95.0'],
  ['rustc', '7.3.4', 's390x', '1.96.0'],
  ['rustc', '5.10', 'x86_64', undefined],
  ['bindgen', '6.1.192', 'x86_64', '0.56.0'],
  ['bindgen', '6.12.117', 'x86_64', '0.65.1'],
  ['bindgen', '7.3.4', 'x86_64', '0.71.1'],
  ['llvm', '6.1.192', 's390x', '15.0.0'],
  ['llvm', '6.12.117', 'x86_64', '13.0.1'],
  ['llvm', '6.12.117', 's390x', '15.0.0'],
  ['llvm', '7.3.4', 's390x', '17.0.1'],
  ['llvm', '7.3.4', 'loongarch64', '18.0.0'],
  ['gcc', '6.12.117', 'x86_64', '5.1'],
  ['gcc', '7.3.4', 'x86_64', '8.1'],
  ['binutils', '6.1.192', 'x86_64', '2.23'],
  ['binutils', '7.3.4', 'x86_64', '2.30'],
])('%s of kernel %s on %s: %s', (tool, version, name, expected) => {
  expect(minimum(tool, version, name)).toBe(expected);
});

it("the tree's own script wins over the table", () => {
  const tree = source({ minimumTools: { rustc: '1.99.0' } });
  const { source: kernel } = target(kernelFacts({ kernels: [tree] }));
  expect(minimumFor('rustc', kernel, architecture())).toEqual({
    version: '1.99.0',
    by: 'scripts/min-tool-version.sh of /home/user/linux',
  });
  expect(minimumFor('bindgen', kernel, architecture())).toEqual({ version: '0.71.1', by: 'the kernel 7.3.4' });
});
