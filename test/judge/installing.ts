import { isForKdir } from '../../src/judge/remedy/remedies.ts';
import type { Distribution, RustPair } from '../../src/knowledge/distributions/distribution.ts';
import type { Remedy } from '../../src/model/assessment.ts';
import type {
  BindgenFact,
  Facts,
  KernelTreeFact,
  PreparationFact,
  RustcFact,
  ToolFact,
} from '../../src/model/facts.ts';
import { architecture, bindgen, rustc, rustTree, rustupRustc, tool, tree } from './facts.ts';

/** What the machine looks like once the commands of remedies were run, from nothing but what the distribution's table says they bring. */
export function remedied(observed: Facts, remedies: readonly Remedy[], row: Distribution): Facts {
  const commanded = remedies.filter(({ commands }) => commands.length > 0);
  const packages = commanded.flatMap((remedy) => remedy.packages);
  const byRustup = commanded.some(({ commands }) => commands.some((line) => line.startsWith('rustup ')));
  const after = installed(observed, packages, row);
  const there = byRustup ? { ...after, rustcs: [...after.rustcs, ofRustup] } : after;
  return commanded.some(isForKdir) ? { ...there, kernels: there.kernels.map((one) => completed(one, there)) } : there;
}

/** What `kdir` leaves where these headers were, if everything is here that it takes; otherwise the headers as they were. */
function completed(headers: KernelTreeFact, { rustcs, bindgens, host, make }: Facts): KernelTreeFact {
  const { CONFIG_RUSTC_VERSION_TEXT: line, CONFIG_BINDGEN_VERSION_TEXT: bindgenLine } = headers.config;
  const isHere = [
    rustcs.some((one) => one.line === line && one.librarySource !== null),
    bindgens.some(({ outcome, version }) => outcome === 'ok' && `bindgen ${version}` === bindgenLine),
    ['gcc-14', 'libc6-dev', 'xz-utils', 'binutils'].every((name) => host.packages.includes(name)),
    make !== null,
  ];
  if (isHere.includes(false) || line === undefined) return headers;
  const dir = `/root/.cache/kernel-rust-module/trees/${headers.release}`;
  const { metadata } = rustTree();
  const rmeta = metadata.rmeta.map((crate) => ({ ...crate, rustc: line }));
  const so = metadata.so.map((macro) => ({ ...macro, rustc: line }));
  const made = { dir, headers: headers.dir, broken: null, changed: [] };
  return { ...headers, dir, made, metadata: { ...metadata, rmeta, so, rustc: line } };
}

const ofRustup = rustupRustc({
  origin: 'rustup',
  path: '/home/user/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/bin/rustc',
  librarySource: '/home/user/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/lib/rustlib/src/rust/library',
  librarySourceVersion: '1.95.0',
});

function installed(observed: Facts, packages: string[], row: Distribution, name = 'x86_64'): Facts {
  const has = (wanted: string | undefined) => wanted !== undefined && packages.includes(wanted);
  // Apt does nothing about a package that is there already, so that what it lacks stays lacking.
  const installs = (wanted: string | undefined) => has(wanted) && !observed.host.packages.includes(wanted ?? '');
  const { kernel, rust } = row;
  const release = `${kernel?.line ?? '7.3'}.0-1-${row.headers[name]?.replace('linux-headers-', '')}`;
  const brought: Partial<Facts> = {
    ...(installs(row.make) && { make: tool('/usr/bin/make', '4.3') }),
    ...(installs(row.binutils) && { ld: tool('/usr/bin/ld', '2.40') }),
    ...(installs(row.busybox) && { busybox: { ...tool('/usr/bin/busybox', '1.35.0'), static: true } }),
    ...(installs(row.qemu[name]) && { qemu: tool(`/usr/bin/${architecture(name).qemu}`, '7.2.22') }),
    ...(kernel !== null &&
      installs(row.headers[name]) && {
        kernels: [
          tree({
            dir: `/lib/modules/${release}/build`,
            release,
            compiler: `${kernel.compiler} (from the package)`,
            config: kernel.rust ? { CONFIG_RUST: 'y' } : {},
          }),
        ],
      }),
    ...(installs(row.lld) && { lld: tool('/usr/bin/ld.lld', row.versions.clang ?? '21.1.0') }),
    ...(installs(row.pahole) && { pahole: tool('/usr/bin/pahole', row.versions.pahole ?? '1.31') }),
    ...(row.bindgen !== undefined &&
      installs(row.bindgen) && {
        bindgens: [...observed.bindgens.filter(isElsewhere), packagedBindgen(row.bindgen, row)],
      }),
    ...(installs(row.gcc) && observed.cc === null && { cc: { ...tool('/usr/bin/gcc', '12.2.0'), family: 'GCC' } }),
    preparation: observed.preparation && prepared(observed.preparation, row, installs),
    gccs: [
      ...observed.gccs,
      ...[row.gcc, row.compiler].filter(installs).map((one) => tool(`/usr/bin/${one}`, '12.2.0')),
    ],
    ...(rust !== null &&
      !has(rust.packages[0]) &&
      installs(rust.packages[1]) && {
        rustcs: observed.rustcs.map((one) => (one.path === rust.rustc ? { ...one, ...sourceOf(one) } : one)),
      }),
    ...(rust !== null &&
      has(rust.packages[0]) && {
        // A package's files replace what lay in their place.
        rustcs: [
          ...observed.rustcs.filter(({ path }) => path !== rust.rustc),
          pairedRustc(rust, has(rust.packages[1]), row.versions[rust.packages[0]]),
        ],
      }),
  };
  return { ...observed, ...brought, host: { ...observed.host, packages: [...observed.host.packages, ...packages] } };
}

/** A package's files replace what lay in their place. */
function isElsewhere({ path }: ToolFact): boolean {
  return !path.startsWith('/usr/bin/');
}

/** With the libclang that its package depends on. */
function packagedBindgen(name: string, { versions }: Distribution): BindgenFact {
  const program = /^bindgen-\d/.test(name) ? name : 'bindgen';
  const clang = versions.clang ?? '21.1.0';
  const libclang = { outcome: 'ok', version: clang, line: clang } as const;
  return bindgen(versions[name] ?? '0.72.1', { path: `/usr/bin/${program}`, libclang });
}

function prepared(
  { tools, libraries }: PreparationFact,
  { preparation }: Distribution,
  installs: (name: string | undefined) => boolean,
): PreparationFact {
  const bring = <T>(here: Record<string, T>, brought: (name: string) => T) =>
    Object.fromEntries(
      Object.entries(here).map(([name, fact]) => [name, installs(preparation[name]) ? brought(name) : fact]),
    );
  return { tools: bring(tools, (name) => tool(`/usr/bin/${name}`, '1.0')), libraries: bring(libraries, () => true) };
}

function sourceOf({ version }: RustcFact): Pick<RustcFact, 'librarySource' | 'librarySourceVersion'> {
  return { librarySource: rustc().librarySource, librarySourceVersion: version };
}

function pairedRustc({ rustc: path, line }: RustPair, hasSource: boolean, version = '1.95.0'): RustcFact {
  const source = hasSource ? {} : { librarySource: null, librarySourceVersion: null };
  return rustc({ path, version, line: line ?? `rustc ${version}`, librarySourceVersion: version, ...source });
}
