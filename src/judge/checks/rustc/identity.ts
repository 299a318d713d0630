import type { RustPair } from '../../../knowledge/distributions/distribution.ts';
import type { Remedy } from '../../../model/assessment.ts';
import type { Facts } from '../../../model/facts.ts';
import { noKernel } from '../../answers.ts';
import { check } from '../../check.ts';
import type { Target } from '../../context.ts';
import { byKdir, isOfArchive } from '../../remedy/kdir.ts';
import { namedRustc, renameRustc } from '../../remedy/named-rustc.ts';
import { advice, install } from '../../remedy/remedies.ts';
import { mayDriveRustup } from '../../remedy/rustup.ts';
import { refusesOptions } from '../../tool/refused-options.ts';
import type { JudgedKernel } from '../../tree/kernel.ts';

export const rustcIdentity = check({
  id: 'rustc.identity',
  title: "The kernel's own rustc",
  goals: ['rust-for-linux'],
  about:
    "Whether the very rustc that built the kernel's Rust parts is here. What one build of rustc wrote, no other reads: not a newer one, and not another build of the same number (error E0514).",
  remedy:
    "Install the rustc whose version line the kernel's rust/libcore.rmeta repeats: mostly the package of the distribution that built the kernel.",
  source:
    'The version line in the head of rust/libcore.rmeta, otherwise CONFIG_RUSTC_VERSION_TEXT; rustc compares it as a whole.',
  judge(facts, target) {
    const { kernel, toolchains } = target;
    if (kernel === null) return noKernel;
    if (!kernel.rust) return { status: 'skip', found: 'a kernel without CONFIG_RUST was built without one' };
    const chosen = toolchains.find(({ chosenFor }) => chosenFor.includes('rust-for-linux'));
    const refusal = chosen && refusesOptions(['KRUSTFLAGS'], { path: chosen.rustc }, facts);
    if (refusal) return refusal;
    if (chosen) return { status: 'ok', found: `${chosen.rustc} is the rustc that built ${kernel.title}` };
    const line = kernel.rustcLine;
    if (line === null && kernel.tree === null && byKdir(kernel, facts, target) !== null) {
      return { status: 'skip', found: `which rustc built ${kernel.title} is told by its headers, once they are here` };
    }
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
      found: whatIsHere(line, facts, target),
      needed: `"${line}", to the letter: rustc reads only what the very same build wrote (E0514)`,
      remedies: [remedyFor(line, kernel, facts, target)],
    };
  },
});

function whatIsHere(line: string, { rustcs }: Facts, { kernel, toolchains }: Target): string {
  const own = toolchains.find(({ version }) => version === line);
  if (own) return `${own.rustc} built ${kernel?.title}, and will not do: ${own.passedOver}`;
  const here = rustcs.filter(({ outcome }) => outcome === 'ok');
  if (here.length === 0) return rustcs.length === 0 ? 'no rustc is installed' : 'no rustc here works';
  const number = /^rustc (\d+\.\d+\.\d+)/.exec(line)?.[1];
  const twin = here.find(({ version }) => version === number);
  if (twin === undefined) return `no rustc here is the one that built ${kernel?.title}`;
  return `rustc ${twin.version} (${twin.path}) has the number of the one that built ${kernel?.title}, and is another build`;
}

function isMissing({ packages: [name] }: RustPair, { host }: Facts): boolean {
  return !host.packages.includes(name);
}

function remedyFor(line: string, kernel: JudgedKernel, facts: Facts, target: Target): Remedy {
  const { distribution } = target;
  const named = namedRustc(facts, target.kernel);
  if (named !== null && named.path !== distribution?.rust?.rustc) return renameRustc(named);
  const { rust = null } = distribution ?? {};
  if (rust !== null && (rust.line === line || (isOfArchive(kernel, facts, target) && isMissing(rust, facts)))) {
    return install('that rustc', rust.packages.slice(0, 1), distribution, facts.host);
  }
  const official = /^rustc (\d+\.\d+\.\d+) \([0-9a-f]+ \d{4}-\d\d-\d\d\)$/.exec(line)?.[1];
  if (official === undefined) {
    return advice(
      `Install the rustc that calls itself "${line}"; distributions build their kernels with the rustc they ship.`,
    );
  }
  const link = 'https://rustup.rs';
  const command = `rustup toolchain install ${official} --profile minimal`;
  return mayDriveRustup(facts)
    ? { commands: [command], text: `Let rustup bring the official rustc ${official}.`, link, packages: [] }
    : advice(`Install the official rustc ${official}, with rustup: ${command}.`, link);
}
