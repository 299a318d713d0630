import type { Flavour } from '../../model/assessment.ts';

/** A name that a module refers to, and that the kernel must export. */
interface ModuleExport {
  /** Its plain name, and those it had in other releases: one of them is enough. Of Rust's mangled names, the end. */
  names: readonly [string, ...string[]];
  flavour: Flavour;
  /** The kind of module that refers to it; absent for what every one does. */
  kind?: string;
  /** Where the module's own layer calls it. */
  source: string;
}

const shim = 'kernel/shim.c';
const device = 'kernel/miscdevice.c';

/**
 * What the flavours' own layers call, without what compilers and options add (`__fentry__`, `__x86_return_thunk`).
 * Compared in the lab with the undefined symbols of modules that were built.
 */
export const moduleExports: readonly ModuleExport[] = [
  // printk became a macro in 5.15.
  { names: ['_printk', 'printk'], flavour: 'freestanding', source: shim },
  // Since 6.10 allocations can be profiled.
  { names: ['__kmalloc', '__kmalloc_noprof'], flavour: 'freestanding', source: shim },
  { names: ['krealloc', 'krealloc_noprof', 'krealloc_node_align_noprof'], flavour: 'freestanding', source: shim },
  { names: ['kfree'], flavour: 'freestanding', source: shim },
  { names: ['memcpy'], flavour: 'freestanding', source: "Rust's core" },
  { names: ['memset'], flavour: 'freestanding', source: "Rust's core" },
  { names: ['param_ops_charp'], flavour: 'freestanding', source: 'src/module.c' },
  { names: ['misc_register'], flavour: 'freestanding', kind: 'misc-device', source: device },
  { names: ['misc_deregister'], flavour: 'freestanding', kind: 'misc-device', source: device },
  { names: ['stream_open'], flavour: 'freestanding', kind: 'misc-device', source: device },
  { names: ['6kernel5print11call_printk'], flavour: 'rust-for-linux', source: 'pr_info! in rust/kernel/print.rs' },
  {
    names: ['6kernel5print14format_strings4INFO'],
    flavour: 'rust-for-linux',
    source: 'pr_info! in rust/kernel/print.rs',
  },
];
