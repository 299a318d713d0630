import type { Remedy } from '../../assessment.ts';
import type { HostFact } from '../../facts.ts';
import { noKernel } from '../answers.ts';
import { check } from '../check.ts';
import { advice, install } from '../remedies.ts';
import type { Target } from '../target.ts';

export const rustcIdentity = check({
  id: 'rustc.identity',
  title: "The kernel's own rustc",
  goals: ['rust-for-linux'],
  judge({ host }, target) {
    const { kernel, toolchains } = target;
    if (kernel === null) return noKernel;
    if (!kernel.rust) return { status: 'skip', found: 'a kernel without CONFIG_RUST was built without one' };
    const chosen = toolchains.find(({ chosenFor }) => chosenFor.includes('rust-for-linux'));
    if (chosen) return { status: 'ok', found: `${chosen.rustc} is the rustc that built ${kernel.title}` };
    const line = kernel.rustcLine;
    if (line === null) {
      return {
        status: 'fail',
        found: `which rustc built ${kernel.title} cannot be told`,
        needed: 'a kernel tree that says which rustc built it',
        remedies: [advice('Install the headers of that kernel, then look again.')],
      };
    }
    return {
      status: 'fail',
      found: toolchains.length === 0 ? 'no rustc is installed' : `no rustc here is the one that built ${kernel.title}`,
      needed: `"${line}", to the letter: rustc reads only what the very same build of it wrote`,
      remedies: [remedyFor(line, target, host)],
    };
  },
});

function remedyFor(line: string, { distribution }: Target, host: HostFact): Remedy {
  if (distribution?.rust.line === line)
    return install('that rustc', distribution.rust.packages.slice(0, 1), distribution, host);
  return advice(
    `Install the rustc that calls itself "${line}"; distributions build their kernels with the rustc they ship.`,
  );
}
