import type { KernelTreeFact, UnfitFileFact } from '../../facts.ts';
import { architectures } from '../../knowledge/architectures.ts';
import { noKernel } from '../answers.ts';
import { type Answer, check } from '../check.ts';
import { listing } from '../listing.ts';
import { advice } from '../remedies.ts';

export const kernelBuild = check({
  id: 'kernel.build',
  title: "The tree's programs",
  goals: ['freestanding', 'rust-for-linux'],
  about:
    'Whether the programs of the kernel tree that builds of modules start are there and can run on this machine: built for its processor, with a dynamic loader and a C library that is new enough. They are looked into and not started.',
  remedy: 'Reinstall the package of the headers, or run make modules_prepare in the source on this machine.',
  source:
    'scripts/Makefile.build, scripts/Makefile.modpost and scripts/Makefile.modfinal of 5.10, 6.1, 6.12 and 7.3; ld.so(8); builds of modules without each of them.',
  judge(_facts, { kernel }): Answer {
    if (kernel === null) return noKernel;
    const { tree } = kernel;
    if (tree === null) return { status: 'ok', found: `the headers of ${kernel.title} have the programs of the build` };
    if (tree.unfit.length === 0) return { status: 'ok', found: 'the programs of the build are there and can run here' };
    return {
      status: 'fail',
      found: `builds with ${tree.dir} cannot work: ${listing(tree.unfit.map(describe))}`,
      needed: 'a kernel tree whose programs run on this machine',
      remedies: [advice(remedyFor(tree))],
    };
  },
});

function describe({ file, trouble, detail }: UnfitFileFact): string {
  switch (trouble) {
    case 'missing':
      return `${file} is missing`;
    case 'empty':
      return `${file} is empty`;
    case 'not-executable':
      return `this user may not execute ${file}`;
    case 'no-program':
      return `${file} is not a program`;
    case 'machine':
      return `${file} is a program for ${machineName(Number(detail))}`;
    case 'interpreter':
      return `${file} needs ${detail} to start, which is missing`;
    case 'library':
      return `${file} needs the library ${detail}, which is not installed`;
    case 'version':
      return `${file} needs ${detail}, and the library here is older`;
  }
}

function machineName(elf: number): string {
  return architectures.find((row) => row.elf === elf)?.name ?? `another processor (ELF machine ${elf})`;
}

/** What a package installed is best installed again; what was built elsewhere has to be built here. */
function remedyFor({ dir, state, unfit }: KernelTreeFact): string {
  if (state === 'source') {
    const files = listing(unfit.map(({ file }) => file));
    return `Delete ${files} in ${dir}, and run "make modules_prepare" there on this machine.`;
  }
  const libraries = unfit.filter(({ trouble }) => trouble === 'library').map(({ detail }) => detail);
  if (libraries.length > 0) return `Install the packages that contain ${listing([...new Set(libraries)])}.`;
  if (unfit.some(({ trouble }) => trouble === 'machine' || trouble === 'version' || trouble === 'interpreter')) {
    return `Install kernel headers that were built for this machine and this release of its distribution, or run "make modules_prepare" in a kernel's source here and name it with --kdir.`;
  }
  return `Reinstall ${packagesOf(unfit)}.`;
}

/** Debian and Ubuntu name the folders like their packages. */
function packagesOf(unfit: UnfitFileFact[]): string {
  const names = unfit.map(({ path }) => /\/(linux-(?:headers|kbuild)-[^/]+)\//.exec(path)?.[1]);
  const known = names.filter((name) => name !== undefined);
  return known.length === unfit.length
    ? `${listing([...new Set(known)])}: apt-get install --reinstall ${[...new Set(known)].join(' ')}`
    : `what ${listing(unfit.map(({ path }) => path))} came from`;
}
