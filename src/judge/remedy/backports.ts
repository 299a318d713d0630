import { findArchitecture } from '../../knowledge/architectures/architectures.ts';
import type { Backports, Distribution } from '../../knowledge/distributions/distribution.ts';
import type { Remedy } from '../../model/assessment.ts';
import type { AptSourceFact, Facts } from '../../model/facts.ts';
import type { Target } from '../context.ts';
import type { JudgedKernel } from '../tree/kernel.ts';
import { byKdir } from './kdir.ts';
import { namedRustc, renameRustc } from './named-rustc.ts';
import { advice, install, rootWord } from './remedies.ts';

/** A file of our own, so that nobody else's is touched. */
const file = '/etc/apt/sources.list.d/kernel-rust-module-backports.sources';

/** The kernel of a distribution's backports that has Rust where its own has none. */
export function backportsKernel(
  { title, rust, pinsCompiler }: Distribution,
  { line, compiler }: Backports,
): JudgedKernel {
  return {
    release: line,
    title: `the kernel ${line} of ${title}'s backports`,
    tree: null,
    rust: true,
    modules: true,
    rustcLine: rust?.line ?? null,
    compiler: { name: compiler, clang: false, pinned: pinsCompiler },
  };
}

/**
 * What leads to modules for the kernel of the backports, in order: their entry in apt's sources if they have none yet, the
 * packages, the tree. One remedy that only a person can carry out if something stands in the way of that.
 * @returns null if the distribution has no such kernel, or another kernel was named
 */
export function byBackports(facts: Facts, target: Target): Remedy[] | null {
  const { distribution, architecture, tree } = target;
  const { backports } = distribution ?? {};
  if (!distribution || !backports || tree?.origin === 'named') return null;
  const isNative = findArchitecture(facts.host.machine)?.name === architecture.name;
  const headers = distribution.headers[architecture.name];
  if (!isNative || headers === undefined || !backports.architectures.includes(architecture.name)) return null;
  const kernel = backportsKernel(distribution, backports);
  const stray = strayTool(kernel, facts, distribution);
  if (stray) return [stray];
  const entry = sourcesEntry(facts, backports);
  if (entry === null) return null;
  const made = byKdir(kernel, facts, target, `${distribution.kdir?.source}${backports.line}`);
  const bring = install('kernel headers with Rust', [`${headers}/${backports.suite}`], distribution, facts.host);
  return made && [...entry, bring, ...made];
}

/** A tool of another version than the one that built the kernel, which make would follow. */
function strayTool(kernel: JudgedKernel, facts: Facts, { versions }: Distribution): Remedy | null {
  const rustc = namedRustc(facts, kernel);
  if (rustc !== null && rustc.line !== kernel.rustcLine) return renameRustc(rustc);
  const { bindgens, environment } = facts;
  const candidates = environment.BINDGEN === undefined ? bindgens : bindgens.slice(0, 1);
  const wanted = versions.bindgen;
  if (candidates.length === 0 || candidates.some(({ version }) => version === wanted)) return null;
  return advice(
    `Put bindgen ${wanted} first on PATH, or name it in BINDGEN: ${kernel.title} was built with it, and ${candidates[0]?.path} is version ${candidates[0]?.version ?? 'unknown'}.`,
  );
}

/**
 * The entry for apt's sources, from the one that this machine has for the release itself.
 * @returns none if the backports are there already; null if the machine's sources do not name the release's archive
 */
function sourcesEntry({ aptSources = [], host }: Facts, { suite, of, keyring }: Backports): Remedy[] | null {
  if (aptSources.some((source) => source.suite === suite && source.components.includes('main'))) return [];
  const own = aptSources.find((source) => source.suite === of && source.components.includes('main') && isPlain(source));
  if (own === undefined) return null;
  const signedBy = own.signedBy !== null && /^\/[\w./+-]+$/.test(own.signedBy) ? own.signedBy : keyring;
  const lines = ['Types: deb', `URIs: ${own.uri}`, `Suites: ${suite}`, 'Components: main', `Signed-By: ${signedBy}`];
  const quoted = lines.map((line) => `'${line}'`).join(' ');
  const root = rootWord(host);
  return [
    {
      commands: [`printf '%s\\n' ${quoted} | ${root}tee ${file}`, `${root}chmod 644 ${file}`],
      text: `Add ${suite} to apt's sources, from the same mirror as ${of}. apt takes packages from it only if they are asked for by that suite. To undo it, remove ${file}.`,
      link: 'https://backports.debian.org/',
      packages: [],
      source: { file, text: lines.map((line) => `${line}\n`).join(''), suite },
    },
  ];
}

/** Becomes part of a shell line, and of a file that apt trusts. */
function isPlain({ uri }: AptSourceFact): boolean {
  return /^[a-z][a-z+]*:[\w./:@%~+,=-]+$/.test(uri);
}
