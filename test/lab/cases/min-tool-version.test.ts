import { expect } from 'vitest';
import { architectures } from '../../../src/knowledge/architectures/architectures.ts';
import { parseMinimumTools } from '../../../src/observe/tree/min-tool-version.ts';
import { labCase } from '../case.ts';
import { debianRoot } from '../debian.ts';
import { succeed } from '../run.ts';
import { unpackScripts } from '../rust-is-available/kernel-script.ts';
import { rustAndSources } from '../rust-is-available/system.ts';
import { say } from '../say.ts';

const tools = ['binutils', 'gcc', 'llvm', 'rustc', 'bindgen'] as const;

/** Prints what the script says of every tool for every architecture: ARCH, SRCARCH, tool, version. */
const askAll = `
script=$1; shift
for arch; do
	for tool in ${tools.join(' ')}; do
		echo "$arch $tool $(ARCH=\${arch% *} SRCARCH=\${arch#* } sh "$script" $tool)"
	done
done`;

for (const line of ['6.12', '7.3'] as const) {
  labCase(`the minimum versions read from Linux ${line}'s script are those that it prints`, async () => {
    const root = await debianRoot(rustAndSources);
    const script = `${await unpackScripts(root, line)}/scripts/min-tool-version.sh`;
    const text = (await succeed(root, ['cat', script])).stdout;
    const asked = architectures.map(({ arch, srcarch }) => `${arch} ${srcarch}`);
    const { stdout } = await succeed(root, ['sh', '-c', askAll, 'sh', script, ...asked]);
    const read = architectures.flatMap((row) => {
      const minima = parseMinimumTools(text, row);
      return tools.map((tool) => `${row.arch} ${row.srcarch} ${tool} ${minima?.[tool]}`);
    });
    say(`compared ${read.length} minimum versions of Linux ${line}`);
    expect(read).toEqual(stdout.trim().split('\n'));
  });
}
