export interface Licence {
  /** SPDX expression, for `SPDX-License-Identifier` lines. */
  spdx: string;
  /** The string for `MODULE_LICENSE`, one of those in the kernel's include/linux/module.h. */
  module: 'GPL' | 'Dual BSD/GPL' | 'Dual MIT/GPL' | 'Dual MPL/GPL';
}

/**
 * The licences that the kernel takes for GPL-compatible, the default first. All Rust exports and most C exports are for GPL modules only.
 * Source: the list above `MODULE_LICENSE` in include/linux/module.h, where "GPL v2" is kept for history's sake and
 * says no more than "GPL"; identifiers from the kernel's LICENSES/, whose own files use `GPL-2.0` for version 2 only.
 */
export const licences: readonly Licence[] = [
  { spdx: 'GPL-2.0', module: 'GPL' },
  { spdx: 'GPL-2.0-or-later', module: 'GPL' },
  { spdx: 'GPL-2.0 OR MIT', module: 'Dual MIT/GPL' },
  { spdx: 'GPL-2.0 OR BSD-3-Clause', module: 'Dual BSD/GPL' },
  { spdx: 'GPL-2.0 OR MPL-1.1', module: 'Dual MPL/GPL' },
];
