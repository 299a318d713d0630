import type { OpenFile } from '../../system/files/files.ts';
import { readElfSections } from './sections.ts';

/**
 * Whether a file describes types in BTF: an ELF file by its section `.BTF`, or nothing but the description, which is what
 * a copy of /sys/kernel/btf/vmlinux is. pahole takes both (btf__parse of libbpf).
 */
export function holdsBtf(file: OpenFile): boolean {
  return isBtf(file) || isBtf(readElfSections(file)?.section('.BTF') ?? null);
}

/** `magic` of struct btf_header (Documentation/bpf/btf.rst), in the byte order of the kernel. */
const magic = 0xeb9f;

function isBtf(description: OpenFile | null): boolean {
  const start = description?.read(0, 2);
  return start?.length === 2 && [start.readUInt16LE(), start.readUInt16BE()].includes(magic);
}
