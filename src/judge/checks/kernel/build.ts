import { architectures } from '../../../knowledge/architectures/architectures.ts';
import type { KernelTreeFact, UnfitFileFact } from '../../../model/facts.ts';
import { listing } from '../../../text/listing.ts';
import { noKernel } from '../../answers.ts';
import { type Answer, check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';

export const kernelBuild = check({
  id: 'kernel.build',
  title: 'Files of the build',
  goals: ['freestanding', 'rust-for-linux'],
  about:
    'Whether the files of the kernel tree that each build of a module reads are there, and whether its programs that such a build starts can run on this machine: built for its processor, with a dynamic loader and a C library that is new enough. They are looked into and not started. Of C headers it looks for the folders and for the few files that every module includes.',
  remedy: 'Reinstall the package of the headers, or run make modules_prepare in the source on this machine.',
  source:
    "The tree's own Makefiles, read as text, with its configuration; the sweep of the lab, which takes away each file that a build opened; ld.so(8).",
  judge(_facts, { kernel }): Answer {
    if (kernel === null) return noKernel;
    const { tree } = kernel;
    if (tree === null)
      return { status: 'ok', found: `the headers of ${kernel.title} have what a build reads and starts` };
    const forAll = tree.unfit.filter(({ flavour }) => flavour === undefined);
    if (forAll.length > 0) return broken(tree, forAll);
    if (tree.unfit.length > 0) return { ...broken(tree, tree.unfit), goals: ['rust-for-linux'] };
    return { status: 'ok', found: 'what a build reads is there, and the programs that it starts can run here' };
  },
});

function broken(tree: KernelTreeFact, unfit: UnfitFileFact[]): Answer {
  return {
    status: 'fail',
    found: `builds with ${tree.dir} cannot work: ${listing(unfit.map(describe))}`,
    needed: 'a kernel tree that is whole and whose programs run on this machine',
    remedies: [advice(remedyFor(tree, unfit))],
  };
}

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
    case 'no-btf':
      return `${file} contains no type information of the kernel (BTF), which that of each module refers to`;
  }
}

function machineName(elf: number): string {
  return architectures.find((row) => row.elf === elf)?.name ?? `another processor (ELF machine ${elf})`;
}

/** What a package installed is best installed again; what was built elsewhere has to be built here. */
function remedyFor({ dir, state }: KernelTreeFact, unfit: UnfitFileFact[]): string {
  if (state === 'source' && unfit.every(({ trouble }) => trouble === 'missing')) {
    return `Restore the missing files in ${dir}: from the sources it was unpacked from, or by "make modules_prepare".`;
  }
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
