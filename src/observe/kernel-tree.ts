import { join } from 'node:path';
import type { KernelTreeFact } from '../facts.ts';
import { isFile, list, readText } from './files.ts';
import { readKernelConfig } from './kernel-config.ts';
import { findImage } from './kernel-image.ts';
import { treeState } from './kernel-state.ts';
import { printable } from './printable.ts';
import { readMetadataCompiler } from './rmeta.ts';

const hostPrograms = ['scripts/basic/fixdep', 'scripts/mod/modpost', 'tools/objtool/objtool'];

/** What lies in a folder that is to be built against. */
export function observeKernelTree(
  dir: string,
  origin: KernelTreeFact['origin'],
  cache: string | null,
  root: string,
): KernelTreeFact {
  const release = readRelease(dir);
  const config = readKernelConfig(dir);
  const has = (file: string) => isFile(join(dir, file));
  return {
    dir,
    origin,
    state: treeState(dir),
    release,
    config,
    compiler: config.CONFIG_CC_VERSION_TEXT ?? null,
    moduleSymvers: has('Module.symvers'),
    metadata: {
      rmeta: rustFiles(dir, '.rmeta'),
      so: rustFiles(dir, '.so'),
      targetSpec: has('scripts/target.json') || has('rust/target.json'),
      rustc: readMetadataCompiler(join(dir, 'rust/libcore.rmeta')),
    },
    hostPrograms: hostPrograms.filter(has),
    image: release === null ? null : findImage(release, cache, root),
  };
}

/**
 * The release that modules are made for. Debian's headers keep `include/config/kernel.release` at the upstream version
 * (`6.1.192`) and build for another (`6.1.0-56-amd64`), which only `utsrelease.h` tells.
 */
export function readRelease(dir: string): string | null {
  const header = readText(join(dir, 'include/generated/utsrelease.h')) ?? '';
  const [, built] = /^#define UTS_RELEASE "([^"]+)"/m.exec(header) ?? [];
  const [first = ''] = (built ?? readText(join(dir, 'include/config/kernel.release')) ?? '').split('\n');
  return isRelease(first) ? printable(first) : null;
}

/** It becomes part of file names. */
function isRelease(text: string): boolean {
  return /^\d[^/\s]*$/.test(text);
}

function rustFiles(dir: string, extension: string): string[] {
  return (list(join(dir, 'rust')) ?? []).filter((name) => name.endsWith(extension)).sort();
}
