/**
 * Names that a kernel exports of its Rust parts: mangled ones, and the C helpers that these call.
 * Drivers may export names of their own kind, so that only those of `vmlinux` count.
 */
const rustName = /^(?:_R|rust_helper_)/;

/** How the names of a build differ from those that the distribution's kernel exports. */
export interface NameDifference {
  /** The kernel has them, the build has not. */
  missing: string[];
  /** The build has them, the kernel does not export them. */
  surplus: string[];
}

/**
 * Compares what a build of `rust/` would have the kernel export with what the distribution's kernel does export.
 * The mangled names carry hashes of the compiler, the crates' names and the types in them: other source, another
 * configuration of it or another rustc shows in them.
 * @param built texts of `rust/exports_*_generated.h`: lines `EXPORT_SYMBOL_RUST_GPL(name);`
 * @param symvers text of Module.symvers: lines of CRC, name, module, kind and namespace, separated by tabs
 */
export function compareNames(built: readonly string[], symvers: string): NameDifference {
  const ours = new Set(
    built.flatMap((text) => [...text.matchAll(/\((\w+(?:\.\w+)*)\)/g)].map(([, name = '']) => name)),
  );
  const theirs = new Set([...symvers.matchAll(/^\S+\t(\S+)\tvmlinux\t/gm)].map(([, name = '']) => name));
  return {
    missing: [...theirs].filter((name) => rustName.test(name) && !ours.has(name)),
    // Beside them are some that only the kernel itself may call; it exports these too.
    surplus: [...ours].filter((name) => !theirs.has(name)),
  };
}
