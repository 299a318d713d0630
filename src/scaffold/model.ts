import { busyboxFolders, busyboxNames } from '../knowledge/distributions/busybox.ts';
import {
  type CrateSources,
  type KernelCrate,
  kernelCrate,
  provenLines,
  releaseLine,
} from '../knowledge/module/kernel-crate.ts';
import { kindRow } from '../knowledge/module/kinds.ts';
import { licences } from '../knowledge/module/licences.ts';
import { listing } from '../text/listing.ts';
import { markdownLine } from '../text/markdown.ts';
import type { Answers } from './answers.ts';
import { cString, rustByteString, rustString } from './escape.ts';
import { failureTable } from './failure-table.ts';
import { families, machines } from './machines.ts';
import { isSnakeCase } from './name.ts';
import { utf8 } from './text.ts';

/** What a module is made for, beside its answers. */
export interface ModelContext {
  /** Version of this package. */
  version: string;
  /** Release of the kernel that the module is made for; null when none was found. */
  kernelRelease: string | null;
  /** What that kernel's tree says of its `kernel` crate; null where it does not. */
  crateSources?: CrateSources | null;
}

interface Texts {
  description: string;
  author: string;
  licence: string;
}

/** What templates can say: every value is ready for the place it is meant for. */
export interface Model {
  name: string;
  /** The name of the file that a rust-for-linux crate begins with, `.rs` left out. */
  root: string;
  /** rustc does not warn about a crate of that name. */
  snakeCase: boolean;
  /** The name as one that rustc does not warn about. */
  rustCrate: string;
  /** What names of C functions begin with: a name of digits first is no identifier. */
  symbol: string;
  withC: boolean;
  /** Only the rustc that built the kernel can build it. */
  needsKernelRustc: boolean;
  /** What `make boot` does with it between loading and unloading, one clause; null where that is all. */
  exercise: string | null;
  /** It makes a device file, and brings a program that tries it, in `user/`. */
  miscDevice: boolean;
  /** That device file can be read and written; otherwise it has ioctls only. */
  deviceReadWrite: boolean;
  /** While that device file is open, the kernel does not unload the module. */
  openKeepsModule: boolean;
  spdx: string;
  /** C string literals. */
  c: Texts;
  /** Rust string literals; with rust-for-linux, of the kind that this kernel's `module!` takes. */
  rust: Texts & { name: string };
  /** The module's name as a C string in Rust, as this kernel's crate wants it: `c"hello"`. */
  cName: string;
  /** Lines of Markdown. */
  markdown: Omit<Texts, 'licence'>;
  generator: { version: string };
  /** The line of releases whose `kernel` crate this module is written for, `7.3`, and those for which that is proven. */
  kernel: { line: string; isProven: boolean; proven: string };
  /** Which keys `module!` can say: exactly one of the author's two, or none where it could not hold the text. */
  authorKey: boolean;
  authorsKey: boolean;
  descriptionKey: boolean;
  /** What `module!` could not hold, as entries of the section `.modinfo`. */
  modinfo: { key: string; constant: string; bytes: number; literal: string }[];
  /** This kernel's growing array. */
  vector: { type: string; withFlags: boolean };
  /** How this kernel's crate is spelt otherwise. */
  crate: KernelCrate;
  /** The table that `explain.sh` reads. */
  failures: string;
  /** What the scripts know of architectures. */
  machines: typeof machines;
  families: typeof families;
  /** Words for a shell: the names that busybox may have, and the folders to look in after PATH. */
  busybox: { names: string; folders: string };
}

/** What the templates need to know about a module. */
export function toModel(answers: Answers, { version, kernelRelease, crateSources = null }: ModelContext): Model {
  const { name, description, author, licence: spdx, flavour, kind, withC } = answers;
  const crate = kernelCrate(kernelRelease, crateSources);
  const { exercise } = kindRow(kind);
  const texts: Texts = { description, author, licence: moduleLicence(spdx) };
  const literal = flavour === 'rust-for-linux' && crate.strings === 'bytes' ? rustByteString : rustString;
  const tooOdd = (['description', 'author'] as const).filter((key) => !fitsModuleMacro(texts[key]));
  const authorFits = !tooOdd.includes('author');
  return {
    name,
    root: withC ? `${name}_main` : name,
    snakeCase: isSnakeCase(name),
    rustCrate: name.toLowerCase().replace(/__+/g, '_'),
    symbol: /^\d/.test(name) ? `_${name}` : name,
    withC,
    needsKernelRustc: flavour === 'rust-for-linux',
    exercise,
    miscDevice: kind === 'misc-device',
    deviceReadWrite: flavour === 'freestanding' || crate.deviceReadWrite,
    openKeepsModule: flavour === 'freestanding' || crate.deviceOwner,
    spdx,
    c: escapeAll(texts, cString),
    rust: { ...escapeAll(texts, literal), name: literal(name) },
    cName: crate.cStringLiteral ? `c"${name}"` : `kernel::c_str!("${name}")`,
    markdown: { description: markdownLine(description), author: markdownLine(author) },
    generator: { version },
    kernel: kernelLine(kernelRelease),
    authorKey: authorFits && crate.author === 'author',
    authorsKey: authorFits && crate.author === 'authors',
    descriptionKey: !tooOdd.includes('description'),
    modinfo: tooOdd.map((key) => modinfoEntry(key, texts[key])),
    vector: { type: crate.vector.type, withFlags: crate.vector.push === 'push(x, GFP_KERNEL)' },
    crate,
    failures: failureTable(flavour),
    machines,
    families,
    busybox: { names: busyboxNames.join(' '), folders: busyboxFolders.join(':') },
  };
}

function kernelLine(release: string | null): Model['kernel'] {
  const line = releaseLine(release) ?? provenLines.at(-1) ?? '';
  return { line, isProven: provenLines.includes(line), proven: listing(provenLines) };
}

function escapeAll({ description, author, licence }: Texts, literal: (text: string) => string): Texts {
  return { description: literal(description), author: literal(author), licence: literal(licence) };
}

function moduleLicence(spdx: string): string {
  const licence = licences.find((candidate) => candidate.spdx === spdx);
  if (!licence) throw new TypeError(`${spdx} is not in the table of licences`);
  return licence.module;
}

/**
 * Whether every kernel's `module!` keeps a text as it is. Up to 6.1 it copies what stands between the quotes without
 * reading escapes, later it panics at a backslash ("Escape sequences in string literals not yet handled", try_string in
 * rust/macros/helpers.rs), and since it is built with syn it takes authors in ASCII only (AsciiLitStr).
 */
function fitsModuleMacro(text: string): boolean {
  return /^[ !#-[\]-~]*$/.test(text);
}

/** What `module!` itself would write (ModInfoBuilder in rust/macros/module.rs): `key=value` and a NUL. */
function modinfoEntry(key: string, text: string): Model['modinfo'][number] {
  const entry = `${key}=${text}\0`;
  return { key, constant: `MODINFO_${key.toUpperCase()}`, bytes: utf8(entry).length, literal: rustByteString(entry) };
}
