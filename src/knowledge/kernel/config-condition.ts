/** Symbols of a kernel's configuration with their values, `CONFIG_` included; unset ones are absent. */
export type KernelConfig = Readonly<Record<string, string>>;

/** Something in a kernel's configuration that forbids Rust. */
export interface ConfigCondition {
  /** The first kernel whose Kconfig asks for it. */
  from: string;
  /** The first kernel whose Kconfig no longer asks; absent where it still does. */
  until?: string;
  forbids(config: KernelConfig): boolean;
  /** What forbids it, in symbols: `CONFIG_DEBUG_INFO_BTF with pahole before 1.24`. */
  title: string;
  /** What to change, to follow "with": `CONFIG_MODVERSIONS off`. */
  change: string;
  /** Whether it hangs on the tools that Kconfig finds, so that configuring again with others may lift it. */
  tools?: true;
  source: string;
}

/** Whether a symbol is `y`. Its name is given without `CONFIG_`. */
export function isSet(config: KernelConfig, symbol: string): boolean {
  return config[`CONFIG_${symbol}`] === 'y';
}

/**
 * Whether a kernel was configured with a rustc older than a version; false where there was none, which forbids Rust by itself.
 * @param canonical 100000 × major + 100 × minor + patch, as in CONFIG_RUSTC_VERSION
 */
export function rustcBefore(config: KernelConfig, canonical: number): boolean {
  const version = Number(config.CONFIG_RUSTC_VERSION ?? 0);
  return version > 0 && version < canonical;
}
