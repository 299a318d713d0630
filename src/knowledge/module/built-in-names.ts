/**
 * Names that no loadable module can have, whatever the kernel: built-in code has a folder of that name in
 * /sys/module for its parameters, so that insmod ends with "File exists"; and modpost takes a module
 * called vmlinux for the kernel itself (is_vmlinux in scripts/mod/modpost.c).
 *
 * Measured: /sys/module of Debian's 6.1 before any module was loaded, without code that can also be built as a
 * module. Whether that is built in is told by the modules.builtin of each kernel.
 */
export const builtInNames: ReadonlySet<string> = new Set([
  ...['block', 'clocksource', 'cpufreq', 'cpuidle', 'dynamic_debug', 'firmware_class', 'kernel', 'keyboard', 'module'],
  ...['nmi_backtrace', 'page_alloc', 'page_reporting', 'pci_hotplug', 'pcie_aspm', 'pciehp', 'printk', 'random'],
  ...['rcupdate', 'rcutree', 'secretmem', 'spurious', 'srcutree', 'suspend', 'syscall', 'sysrq', 'vmlinux', 'vt'],
  ...['workqueue', 'zswap'],
]);
