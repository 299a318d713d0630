import { constants } from 'node:fs';
import type { Architecture } from '../../knowledge/architectures/architecture.ts';
import { isForeign } from '../../knowledge/architectures/cross.ts';
import type { KernelTreeFact } from '../../model/facts.ts';
import { isFile, permits, readText } from '../../system/files/files.ts';
import type { TreePlace } from '../../system/files/tree-path.ts';
import { ownMachine } from '../../system/own-machine.ts';
import { findImage } from '../boot/kernel-image.ts';
import { buildMeans, observeBuild } from '../build/build.ts';
import { foreignFolder } from '../host/foreign.ts';
import { observeKernelMetadata } from '../metadata/kernel-metadata.ts';
import type { Limits } from '../run/limits.ts';
import { printable } from '../run/printable.ts';
import { observeUnexported } from './exports.ts';
import { readKernelConfig } from './kernel-config.ts';
import { observeKernelCrate } from './kernel-crate.ts';
import { isFullSource, treeState } from './kernel-state.ts';
import { readSourceVersion } from './kernel-version.ts';
import { readMadeTree } from './made-tree.ts';
import { parseMinimumTools } from './min-tool-version.ts';
import { brokenReferences, makefileReferences } from './tree-references.ts';

/** What is looked at beside the tree itself. */
export interface Surroundings {
  /** The architecture that modules are to be built for. */
  arch: Architecture;
  /** Our cache folder. */
  cache: string | null;
  /** The folder taken for `/`. */
  root: string;
  limits?: Limits;
  /** The environment's LD_LIBRARY_PATH. */
  libraryPath?: string | undefined;
}

/**
 * What lies in a folder that is to be built against.
 * @param dir the folder as it was found or named
 * @param place where its files are read
 * @param means shared by several trees, which often have the same programs and Makefiles
 */
export function observeKernelTree(
  dir: string,
  origin: KernelTreeFact['origin'],
  place: TreePlace,
  { arch, cache, root, limits }: Surroundings,
  means = buildMeans(root),
): KernelTreeFact {
  const { at, unpackedIn } = place;
  const release = readRelease(at);
  const isSource = isFullSource(place);
  const config = readKernelConfig(at, isSource);
  const references = makefileReferences(place);
  const has = (file: string) => isFile(at(file));
  const state = treeState(place, references);
  const version = readSourceVersion(at('source/Makefile')) ?? readSourceVersion(at('Makefile'));
  const [moduleSymvers, vmlinux] = [has('Module.symvers'), has('vmlinux')];
  return {
    dir,
    made: unpackedIn === null ? readMadeTree(dir) : null,
    origin,
    state,
    release,
    otherRelease: otherRelease(release, [readKept(at), version]),
    version: isSource ? version : null,
    unpackedIn,
    ...brokenReferences(dir, place, references),
    minimumTools: readMinimumTools(at, arch),
    writable: permits(at(''), constants.W_OK),
    vmlinux,
    config,
    compiler: config.CONFIG_CC_VERSION_TEXT ?? null,
    toolPrefix: /^override CROSS_COMPILE = ([\w-]+)$/m.exec(readText(at('.kernelvariables')) ?? '')?.[1] ?? '',
    moduleSymvers,
    unexported: moduleSymvers ? observeUnexported(at, config) : [],
    modpostForgives: !moduleSymvers && isForgiving(at),
    metadata: observeKernelMetadata(at, limits),
    kernelCrate: observeKernelCrate(at),
    ...observeBuild(place, references, { state, config, vmlinux, srcarch: arch.srcarch }, means),
    image: release === null ? null : imageOf(release, arch, cache, unpackedIn ?? root),
  };
}

/** `make boot` keeps images of another architecture by themselves, and looks nowhere else for them. */
function imageOf(release: string, arch: Architecture, cache: string | null, root: string): string | null {
  if (!isForeign(arch, ownMachine())) return findImage(release, cache, root);
  return findImage(release, cache === null ? null : foreignFolder(cache, arch), null);
}

/**
 * The release that modules are made for. Debian's headers keep `include/config/kernel.release` at the upstream version
 * (`6.1.192`) and build for another (`6.1.0-56-amd64`), which only `utsrelease.h` tells.
 */
function readRelease(at: TreePlace['at']): string | null {
  const header = readText(at('include/generated/utsrelease.h')) ?? '';
  const [, built] = /^#define UTS_RELEASE "([^"]+)"/m.exec(header) ?? [];
  const first = built ?? readKept(at) ?? '';
  return isRelease(first) ? printable(first) : null;
}

/** What Kbuild keeps for make. */
function readKept(at: TreePlace['at']): string | null {
  return readText(at('include/config/kernel.release'))?.split('\n')[0] ?? null;
}

/** Debian's differ behind the version line: `6.1.192` for `6.1.0-56-amd64`. */
function otherRelease(release: string | null, others: readonly (string | null)[]): string | null {
  const line = (text: string) => /^\d+\.\d+(?!\d)/.exec(text)?.[0];
  const other = others.find((text) => text !== null && release !== null && line(text) !== line(release));
  return other === undefined || other === null ? null : printable(other);
}

/** It becomes part of file names. */
function isRelease(text: string): boolean {
  return /^\d[^/\s]*$/.test(text);
}

/** The script has 800 bytes. A tree made with `O=` has it where the sources are. */
function readMinimumTools(at: TreePlace['at'], arch: Architecture): Record<string, string> | null {
  const script = ['scripts/min-tool-version.sh', 'source/scripts/min-tool-version.sh'].map(at).find(isFile);
  return script === undefined ? null : parseMinimumTools(readText(script, 16_384) ?? '', arch);
}

/** The rule has 5 kB. It passes -w to modpost where there is no list of symbols: 6.1's does, 6.12's no longer does. */
function isForgiving(at: TreePlace['at']): boolean {
  const file = 'scripts/Makefile.modpost';
  const rule = readText(at(file), 65_536) ?? readText(at(`source/${file}`), 65_536) ?? '';
  return /^ifneq \(.*\$\(missing-input\),\)\n.* -w$|\$\(missing-input\), *-w\)/m.test(rule);
}
