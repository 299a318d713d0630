import type { Facts, KernelTreeFact } from '../../src/model/facts.ts';
import { compareVersions } from '../../src/text/versions.ts';

/**
 * Whether bcachefs-tools' `fs/scripts/rust-is-available-dkms.sh` (commit 010c52e9b310) would build against the kernel's
 * Rust, told from its rules, in their order, over facts. Left out: it compiles an empty program too, and reads
 * `include/generated/rustc_cfg`, which trees have when they have CONFIG_RUST.
 * @param script whether the kernel's own script, which it asks first, is content; null where the tree lacks that
 */
export function bcachefsToolsAccepts(
  { rustcs: [rustc], bindgens }: Facts,
  { config, metadata, release }: KernelTreeFact,
  script: boolean | null,
): boolean {
  const version = rustc?.version;
  if (!script || !version) return false;
  const configured = config.CONFIG_RUSTC_VERSION;
  if (configured !== undefined && configured !== canonical(version)) return false;
  if (bindgens.length === 0 || config.CONFIG_RUST !== 'y') return false;
  const here = new Set([...metadata.rmeta, ...metadata.so].map(({ name }) => name));
  if (!partsFor(release ?? '').every((name) => here.has(name))) return false;
  const [builtBy] = /\d+\.\d+\.\d+/.exec(metadata.rustc ?? '') ?? [];
  return builtBy === undefined || builtBy === version;
}

/** It asks the tree's `scripts/Makefile.build` whether modules are given zerocopy, which they are from 7.2. */
function partsFor(release: string): string[] {
  const always = ['libcore.rmeta', 'libkernel.rmeta', 'libpin_init.rmeta', 'libmacros.so'];
  const zerocopy = ['libzerocopy.rmeta', 'libzerocopy_derive.so'];
  return compareVersions(release, '7.2') >= 0 ? [...always, ...zerocopy] : always;
}

/** `1.85.1` as CONFIG_RUSTC_VERSION says it, `108501`. */
function canonical(version: string): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return String(100_000 * major + 100 * minor + patch);
}
