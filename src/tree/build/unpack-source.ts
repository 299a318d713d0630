import { access, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Failure } from '../../model/failure.ts';
import { readRegular } from '../../system/files/regular-file.ts';
import type { KernelSource } from './find-source.ts';
import type { RunLogged } from './run-logged.ts';

/**
 * What the headers lack, by patterns that tar matches in the archive: the Rust code, what builds it, and the headers that
 * lie beside the C code of drivers and subsystems, as far as they are not buried deep. The bindings are made of a few of
 * these, in 7.3 of `drivers/base` and `drivers/android/binder`; all together they take a second.
 */
const wanted = ['Makefile', 'rust', 'scripts', '*/*.h', '*/*/*.h', '*/*/*/*.h'];
const unwanted = ['arch', 'include', 'sound', 'tools'];

/**
 * Downloads the package with a kernel's source into a folder. apt checks it against the archive's signatures, takes one that
 * is there whole as it is, and goes on with one that is there in part. Needs no root.
 * @returns the package's file
 * @throws Failure where apt fails.
 */
export async function downloadSource(source: KernelSource, folder: string, run: RunLogged): Promise<string> {
  await mkdir(folder, { recursive: true });
  await run(['apt-get', 'download', '--quiet', `${source.package}=${source.version}`], { cwd: folder });
  return join(folder, debFile(source));
}

/** The name that apt gives a downloaded package: a colon, which ends a version's epoch, is written `%3a`. */
export function debFile({ package: name, version }: KernelSource): string {
  return `${name}_${version.replace(':', '%3a')}_all.deb`;
}

/** Takes the archive with the source out of its package. @returns the archive's file. */
export async function openPackage(deb: string, name: string, folder: string, run: RunLogged): Promise<string> {
  await run(['dpkg-deb', '--extract', deb, folder]);
  const archive = join(folder, 'usr/src', `${name}.tar.xz`);
  try {
    await access(archive);
    return archive;
  } catch {
    throw new Failure(
      'kdir.archive',
      `${basename(deb)} holds no ${name}.tar.xz: it is packaged in a way that kdir does not know.`,
    );
  }
}

/** Unpacks of a kernel's source what building its Rust part takes beside the installed headers. */
export async function unpackSource(archive: string, folder: string, run: RunLogged): Promise<void> {
  const top = basename(archive, '.tar.xz');
  await mkdir(folder, { recursive: true });
  await run([
    ...['tar', '--extract', '--file', archive, '--directory', folder, '--strip-components=1', '--no-same-owner'],
    // As many threads as there are processors; only newer ones do so by themselves.
    '--use-compress-program=xz --threads=0',
    '--wildcards',
    '--no-wildcards-match-slash',
    ...unwanted.map((pattern) => `--exclude=${top}/${pattern}`),
    ...wanted.map((pattern) => `${top}/${pattern}`),
  ]);
}

/**
 * The top Makefile says which kernel a source is of, to the last patch that a distribution put upon it; the headers hold a copy.
 * @param shared the headers' folder that has it
 * @throws Failure where the source is another kernel's.
 */
export async function refuseOtherSource(source: string, shared: string): Promise<void> {
  const [ours, theirs] = await Promise.all([source, shared].map((folder) => readRegular(join(folder, 'Makefile'))));
  if (ours === theirs) return;
  throw new Failure(
    'kdir.source',
    `The source is not that of the headers in ${shared}, since its Makefile differs from theirs.`,
  );
}
