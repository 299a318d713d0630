import type { Toolchain } from '../../model/assessment.ts';

/** As sentences name a toolchain: `rustc 1.96.0 (/usr/bin/rustc)`. */
export function toolchainName({ rustc, version }: Toolchain): string {
  const [short] = /^rustc \S+/.exec(version) ?? ['rustc'];
  return `${short} (${rustc})`;
}
