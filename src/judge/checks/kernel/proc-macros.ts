import type { Architecture } from '../../../knowledge/architectures/architecture.ts';
import { architectures, findArchitecture } from '../../../knowledge/architectures/architectures.ts';
import type { ProcMacroFact } from '../../../model/facts.ts';
import { check } from '../../check.ts';
import { advice } from '../../remedy/remedies.ts';
import { noMetadata, type RustTree, restore, rustTreeOf } from '../../tree/rust-tree.ts';

export const kernelProcMacros = check({
  id: 'kernel.proc-macros',
  title: "Kernel's Rust macros",
  goals: ['rust-for-linux'],
  about:
    "Whether the files rust/*.so of the kernel tree are there, whole, and for this machine. rustc loads them into itself, so that they are of the machine that compiles, not of the kernel's architecture. Where one is of no use, rustc says no more than: can't find crate for kernel.",
  remedy: 'Make the tree on a machine like this one, or install the package with its Rust metadata for this machine.',
  source:
    'rust/Makefile; strace of module builds on 7.3; each .so of a 7.3 tree removed in turn, one cut off and exchanged (E0463).',
  judge(facts, target) {
    const { host } = facts;
    const { kernel } = target;
    const rust = rustTreeOf(kernel);
    if (rust === null) return noMetadata;
    const { dir } = rust.tree;
    const troubles = troublesOf(rust, findArchitecture(host.machine));
    const [first] = troubles;
    if (first === undefined) return { status: 'ok', found: `all macros are in ${dir}/rust` };
    return {
      status: 'fail',
      found: `${dir}/rust/${first}${troubles.length > 1 ? `, and ${troubles.length - 1} more like it` : ''}`,
      needed: 'macros that the rustc of this machine can load',
      detail: `${troubles.join('; ')}. rustc says: can't find crate for \`kernel\`.`,
      remedies: [advice(restore(rust.tree, facts, target))],
    };
  },
});

/** What is wrong with the macros, one clause each that begins with the file's name. */
function troublesOf({ so, missing }: RustTree, machine: Architecture | null): string[] {
  return [
    ...missing.so.map((name) => `${name} is not there`),
    ...so.flatMap((macro) => {
      const trouble = macroTrouble(macro, machine);
      return trouble === null ? [] : [`${macro.name} ${trouble}`];
    }),
  ];
}

function macroTrouble({ machine, whole }: ProcMacroFact, host: Architecture | null): string | null {
  if (machine === null) return 'is no ELF file';
  if (host && machine !== host.elf) return `is for ${machineName(machine)}, and this machine is ${host.name}`;
  return whole ? null : 'is cut off';
}

function machineName(elf: number): string {
  return architectures.find((row) => row.elf === elf)?.name ?? `another machine (ELF's number ${elf})`;
}
