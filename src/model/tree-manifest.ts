import { Failure } from './failure.ts';

/** Its presence in a kernel tree says that the tree is one of ours: stock headers with the Rust metadata that they lack. */
export const manifestFile = 'kernel-rust-module.json';

/** A manifest has 50 kB. */
export const longestManifest = 2 ** 18;

/** What a tree of ours was made from, and what is in it beside the stock headers. */
export interface KdirManifest {
  /** 1: without the crates' sources and what their macros include, as version 0.1.0 made it. */
  format: 1 | 2;
  generator: { name: string; version: string };
  /** The kernel's, `7.3.4+deb13-amd64`. */
  release: string;
  /** What modules built with it carry and the kernel compares, `7.3.4+deb13-amd64 SMP preempt mod_unload modversions `. */
  vermagic: string;
  /** Our name for it, `x86_64`. */
  architecture: string;
  /** Version line of the rustc that compiled it, and must compile the modules. */
  rustc: string;
  /** Version line of the bindgen that made its bindings. */
  bindgen: string;
  /** The distribution's package that its source is from. */
  source: { package: string; version: string };
  /** The stock headers, an absolute folder. */
  headers: string;
  /** SHA-256, in hexadecimal digits, of the headers' files that say which build of the kernel they belong to. */
  stock: Record<'.config' | 'Module.symvers', string>;
  /** SHA-256 of the tree's own files, by their paths in the tree: `rust/libcore.rmeta`. */
  files: Record<string, string>;
}

/** No name begins with a dot, so that no path leads out of the tree. */
const ownFile = /^(?:rust\/(?:\w[\w.+-]*\/)*\w[\w.+-]*|scripts\/(?:target\.json|Makefile|generate_rust_analyzer\.py))$/;

/** Whether a path in a tree can be that of a file of the tree's own: all of `rust`, and in `scripts` what the headers lack. */
export function isOwnFile(path: string): boolean {
  return ownFile.test(path);
}

/** The manifest as it lies in a tree. */
export function renderManifest(manifest: KdirManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Reads a manifest.
 * @param path where it lies, for the message
 * @throws Failure where the text is none, in one sentence.
 */
export function parseManifest(text: string, path: string): KdirManifest {
  const trouble = troubleWith(readJson(text));
  if (trouble === null) return JSON.parse(text);
  throw new Failure('kdir.manifest', `${JSON.stringify(path)} ${trouble}.`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Fields = Record<string, unknown>;

const hash = /^[0-9a-f]{64}$/;
/** It becomes the name of a folder. */
const release = /^\d+\.\d+[\w.+~-]*$/;
/** What a message may show. */
const line = /^[\x20-\x7e]{1,200}$/;
const folder = /^\/[\x20-\x7e]{0,4000}$/;

/** What keeps a value from being a manifest that this version can use, as the rest of a sentence; null when nothing does. */
function troubleWith(manifest: unknown): string | null {
  if (!isFields(manifest) || typeof manifest.format !== 'number') return 'is no manifest of a kernel tree';
  if (manifest.format !== 1 && manifest.format !== 2) {
    return `was made by a newer version of kernel-rust-module (format ${manifest.format}; this version reads formats 1 and 2): update this one`;
  }
  const wrong = Object.entries(shape).find(([field, fits]) => !fits(manifest[field]));
  return wrong === undefined ? null : `is damaged: its field ${wrong[0]} is missing or has a wrong value`;
}

const isLine = matches(line);

const shape: Record<Exclude<keyof KdirManifest, 'format'>, (value: unknown) => boolean> = {
  generator: has({ name: isLine, version: isLine }),
  release: matches(release),
  vermagic: isLine,
  architecture: isLine,
  rustc: isLine,
  bindgen: isLine,
  source: has({ package: isLine, version: isLine }),
  headers: matches(folder),
  stock: has({ '.config': matches(hash), 'Module.symvers': matches(hash) }),
  files: (value) =>
    isFields(value) &&
    Object.hasOwn(value, 'rust/libcore.rmeta') &&
    Object.entries(value).every(([path, checksum]) => isOwnFile(path) && matches(hash)(checksum)),
};

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

function has(fields: Record<string, (value: unknown) => boolean>): (value: unknown) => boolean {
  return (value) => isFields(value) && Object.entries(fields).every(([field, fits]) => fits(value[field]));
}
