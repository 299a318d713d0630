import { trees } from '../systems.ts';
import { quote } from '../terminal.ts';
import { moduleName, type TruthCase } from './case.ts';

/** What a person would type to reach the goal, as shell lines; its exit status is the truth that the probe foretells. */
export function realCommand({ goal, env, kdir = trees.source }: TruthCase): string {
  switch (goal) {
    case 'freestanding':
    case 'rust-for-linux':
      return `make -C ${moduleName}`;
    case 'boot':
      return `make -C ${moduleName} boot`;
    case 'kernel':
      return prepareWithRust(kdir, env);
  }
}

/**
 * The kernel's own Makefile assigns RUSTC and its like, so that only the command line wins over it. A source that is
 * configured already is no source for another folder ("The source tree is not clean"), so it is prepared in place, with
 * the configuration it has. Kconfig says nothing when it drops CONFIG_RUST, so that is looked at before time is spent.
 */
function prepareWithRust(source: string, env: Record<string, string> = {}): string {
  const words = Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`);
  return `set -e
    if [ -e ${source}/.config ]; then tree=${source} base=; else tree="$HOME/kernel" base=defconfig; fi
    kernel() { make -C ${source} $([ "$tree" = ${source} ] || echo "O=$tree") -j"$(nproc)" ${words.join(' ')} "$@"; }
    kernel rustavailable $base rust.config
    grep '^CONFIG_RUST=y' "$tree/.config" || { echo 'CONFIG_RUST was dropped'; exit 1; }
    kernel modules_prepare
    ls "$tree/rust/libkernel.rmeta"`;
}
