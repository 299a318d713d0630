import type { Facts, RustcFact } from '../../src/facts.ts';
import type { Distribution, RustPair } from '../../src/knowledge/distribution.ts';
import { architecture, rustc, tool, tree } from './facts.ts';

/** What the machine looks like once packages are installed, from nothing but what the distribution's table says they bring. */
export function installed(observed: Facts, packages: string[], row: Distribution, name = 'x86_64'): Facts {
  const has = (wanted: string | undefined) => wanted !== undefined && packages.includes(wanted);
  // Apt does nothing about a package that is there already, so that what it lacks stays lacking.
  const installs = (wanted: string | undefined) => has(wanted) && !observed.host.packages.includes(wanted ?? '');
  const release = `${row.kernel.line}.0-1-${row.headers[name]?.replace('linux-headers-', '')}`;
  const brought: Partial<Facts> = {
    ...(installs(row.make) && { make: tool('/usr/bin/make', '4.3') }),
    ...(installs(row.binutils) && { ld: tool('/usr/bin/ld', '2.40') }),
    ...(installs(row.busybox) && { busybox: { ...tool('/usr/bin/busybox', '1.35.0'), static: true } }),
    ...(installs(row.qemu[name]) && { qemu: tool(`/usr/bin/${architecture(name).qemu}`, '7.2.22') }),
    ...(installs(row.headers[name]) && {
      kernels: [
        tree({
          dir: `/lib/modules/${release}/build`,
          release,
          compiler: `${row.kernel.compiler} (from the package)`,
          config: row.kernel.rust ? { CONFIG_RUST: 'y' } : {},
        }),
      ],
    }),
    gccs: [
      ...observed.gccs,
      ...[row.gcc, row.compiler].filter(installs).map((one) => tool(`/usr/bin/${one}`, '12.2.0')),
    ],
    ...(has(row.rust.packages[0]) && {
      // A package's files replace what lay in their place.
      rustcs: [
        ...observed.rustcs.filter(({ path }) => path !== row.rust.rustc),
        pairedRustc(row.rust, has(row.rust.packages[1])),
      ],
    }),
  };
  return { ...observed, ...brought, host: { ...observed.host, packages: [...observed.host.packages, ...packages] } };
}

function pairedRustc({ rustc: path, version, line }: RustPair, hasSource: boolean): RustcFact {
  const source = hasSource ? {} : { librarySource: null, librarySourceVersion: null };
  return rustc({ path, version, line: line ?? `rustc ${version}`, librarySourceVersion: version, ...source });
}
