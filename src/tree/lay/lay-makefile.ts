import { stat } from 'node:fs/promises';
import { Failure } from '../../model/failure.ts';
import { quotePath } from '../../text/quote.ts';

/** How the Makefile of a tree of ours begins. */
export const madeBy = '# Made by kernel-rust-module';

/** A comment, an empty line, or one of the two lines that Debian's headers have: where the build's files are, and whose Makefile to go on with. */
const known = /^(?:#.*|\s*|KBUILD_OUTPUT *:?= *(?<output>\/\S+)|include +(?<include>\/\S+))$/;

/**
 * The Makefile of a tree over stock headers: theirs, with the tree in their place.
 * @param text the Makefile of the headers
 * @param headers where they are, an absolute path
 * @param tree where the tree will be, an absolute path
 * @throws Failure for headers that are not laid out as Debian's, or do not lie where they belong.
 */
export async function ownMakefile(text: string, headers: string, tree: string): Promise<string> {
  const lines = text.split('\n').map((line) => known.exec(line));
  const include = lines.find((line) => line?.groups?.include)?.groups?.include;
  if (include === undefined || lines.includes(null)) {
    throw new Failure(
      'kdir.headers',
      `${quotePath(headers)} is not laid out as Debian's kernel headers are, so no tree can be laid over it: name headers that were installed from a linux-headers package.`,
    );
  }
  const output = lines.find((line) => line?.groups?.output)?.groups?.output ?? headers;
  if (!(await isSame(output, headers)) || !(await isSame(include, include))) {
    throw new Failure(
      'kdir.headers',
      `The headers in ${quotePath(headers)} were made for another place, since their Makefile names ${quotePath(output)} and ${quotePath(include)}: install their package with apt, and its folder below /usr/src will do.`,
    );
  }
  return render({ headers, include, tree });
}

/**
 * Kbuild's own target rust-analyzer looks for sources and script where the kernel's Makefile is, in the headers, which have
 * neither: it is given the tree for the source. For bindgen's libclang it has no use. Source: `Makefile` and `rust/Makefile` of 7.2 and 7.3.
 */
function render({ headers, include, tree }: { headers: string; include: string; tree: string }): string {
  return `${madeBy}: the headers of ${headers} and the Rust metadata that they lack.
KBUILD_OUTPUT=${tree}
ifeq ($(MAKECMDGOALS),rust-analyzer)
rust-analyzer:
	$(if $(M),,$(error Name the folder of the module: make -C ${tree} M=DIR rust-analyzer))
	@+$(MAKE) -rR --no-print-directory -C $(M) -f ${tree}/Makefile KBUILD_EXTMOD=$(abspath $(M)) tree-rust-analyzer
else
include ${include}

tree-rust-analyzer:
	$(Q)$(MAKE) $(build)=$(objtree)/rust src=$(objtree)/rust srctree=$(objtree) libclang_maj_ver=0 rust-analyzer
endif
`;
}

/** Whether both paths lead to the same file or folder. */
async function isSame(one: string, other: string): Promise<boolean> {
  try {
    const [first, second] = await Promise.all([stat(one), stat(other)]);
    return first.dev === second.dev && first.ino === second.ino;
  } catch {
    return false;
  }
}
