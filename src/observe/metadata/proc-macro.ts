import type { ProcMacroFact } from '../../model/facts.ts';
import { type OpenFile, withFile } from '../../system/files/files.ts';
import { readElfSections } from '../elf/sections.ts';
import { printable } from '../run/printable.ts';
import { type CrateMetadata, readMetadata } from './rmeta.ts';

/** A shared library of procedural macros, with the metadata that rustc reads from it. */
export interface ProcMacro {
  fact: ProcMacroFact;
  /** null where it has none, or none in a layout that is known. */
  metadata: CrateMetadata | null;
}

/** Looks into a shared library that rustc would load. */
export function readProcMacro(path: string, name: string): ProcMacro {
  const nothing: ProcMacro = { fact: { name, machine: null, whole: false, rustc: null }, metadata: null };
  return (
    withFile(path, (file) => {
      const elf = readElfSections(file);
      if (elf === null) return nothing;
      const metadata = readEmbedded(elf.section('.rustc'));
      const rustc = metadata?.rustc ?? compilerComment(elf.section('.comment'));
      return { fact: { name, machine: elf.machine, whole: elf.whole, rustc }, metadata };
    }) ?? nothing
  );
}

/** `rust`, the format and the length, before the metadata itself. */
const prefixBytes = 16;

/** A section of metadata starts with its header once more and the length of what follows; up to rustc 1.7x that was compressed. */
function readEmbedded(section: OpenFile | null): CrateMetadata | null {
  if (section === null) return null;
  return readMetadata({
    size: section.size - prefixBytes,
    read: (at, bytes) => section.read(at < 0 ? -1 : at + prefixBytes, bytes),
  });
}

/** `rustc version 1.85.1 (4eb161250 2025-03-15)`, among the names of the other tools that had a hand in it. */
function compilerComment(section: OpenFile | null): string | null {
  const names = section?.read(0, 4096).toString('latin1').split('\0') ?? [];
  const [, version] = names.map((name) => /^rustc version (.*)$/.exec(name)).find(Boolean) ?? [];
  return version === undefined ? null : printable(`rustc ${version}`);
}
