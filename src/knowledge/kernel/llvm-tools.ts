import { type Flavour, flavours } from '../../model/assessment.ts';
import type { KernelTreeFact } from '../../model/facts.ts';
import { givesModulesBtf } from './btf.ts';
import { isSet } from './config-condition.ts';

/** A tool beside clang and ld.lld that Kbuild calls for modules where LLVM is set. */
interface LlvmTool {
  /** Its plain name. */
  name: string;
  /** What it is called for, to follow "which". */
  purpose: string;
  /** The flavours whose builds stop without it. */
  flavours: readonly Flavour[];
  /** The first kernel that no longer calls it; absent where every one does. */
  until?: string;
  /** Whether modules of this tree take it; absent where those of every tree do. */
  asks?(tree: KernelTreeFact | null): boolean;
  source: string;
}

/**
 * Measured by hiding each tool that was called, on Debian's headers of 6.1, 6.12 and 7.3 with LLVM=1 and on a tree of 7.3
 * that Clang prepared. llvm-ar, llvm-objdump and llvm-strip are never called; 6.12 and 7.3 go on without llvm-nm.
 */
export const llvmTools: readonly LlvmTool[] = [
  {
    name: 'llvm-readelf',
    purpose: "looks for what the kernel's loader cannot relocate",
    flavours: ['freestanding'],
    source: "READELF in the top Makefile; the module's own scripts/check-got.sh",
  },
  {
    name: 'llvm-nm',
    purpose: 'looks for exported symbols that are local',
    flavours: ['freestanding'],
    until: '6.5',
    source: 'scripts/check-local-export',
  },
  {
    name: 'llvm-objcopy',
    purpose: 'puts BTF into modules',
    flavours,
    asks: givesModulesBtf,
    source: 'scripts/Makefile.modfinal, scripts/gen-btf.sh',
  },
  {
    name: 'llvm-link',
    purpose: 'joins Rust with C helpers',
    flavours: ['rust-for-linux'],
    asks: (tree) => isSet(tree?.config ?? {}, 'RUST_INLINE_HELPERS'),
    source: 'cmd_rustc_o_rs in scripts/Makefile.build',
  },
];

/** How Kbuild reads LLVM: a folder, a suffix, or anything else, an empty value excepted, as the plain names. */
export function llvmForm(llvm: string): 'folder' | 'suffix' | 'plain' {
  const words = llvm.split(/\s+/).filter(Boolean);
  if (words.some((word) => word.endsWith('/'))) return 'folder';
  return words.some((word) => word.startsWith('-')) ? 'suffix' : 'plain';
}

/**
 * The name by which Kbuild calls a tool of LLVM's: Documentation/kbuild/llvm.rst, and the top Makefile
 * (`$(filter %/,$(LLVM))`, `$(filter -%,$(LLVM))`).
 */
export function llvmToolName(tool: string, llvm: string): string {
  const form = llvmForm(llvm);
  if (form === 'plain') return tool;
  return (form === 'folder' ? `${llvm}${tool}` : `${tool}${llvm}`).trim();
}
