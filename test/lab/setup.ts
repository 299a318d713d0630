import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { execa } from 'execa';
import type { TestProject } from 'vitest/node';
import { type Downloads, serveDownloads } from './downloads.ts';
import { cacheFolder, type LabFolders } from './folders.ts';
import { ledger } from './ledger.ts';
import { obstacle, prepareMachine } from './machine.ts';
import { say } from './say.ts';
import { type CaseFile, summary } from './summary.ts';

/** Runs once before all cases: this machine's needs, the repository to clone, the packed package. After them it sums up. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const temporary = await mkdtemp(join(tmpdir(), 'kernel-rust-module-lab-'));
  const downloads = await serveDownloads(join(cacheFolder(), 'downloads'));
  const end = async () => {
    downloads.close();
    await rm(temporary, { recursive: true, force: true });
  };
  try {
    project.provide('lab', { temporary, proxy: downloads.proxy, ...(await prepare(temporary)) });
  } catch (error) {
    await end();
    throw error;
  }
  return async () => {
    const { cells, layers } = ledger(temporary);
    process.stderr.write(`\n${summary(cells(), layers(), caseFiles(project))}\n  ${told(downloads)}\n`);
    await end();
  };
}

function told({ served: { kept, fetched } }: Downloads): string {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  return `apt had ${megabytes(kept)} from the lab's cache, and ${megabytes(fetched)} from the archive`;
}

/** Those in which a case ran, in the order in which they did. */
function caseFiles({ vitest }: TestProject): CaseFile[] {
  return vitest.state
    .getTestModules()
    .filter(({ children }) => [...children.allTests()].some((test) => test.result().state !== 'skipped'))
    .map((module) => ({ name: basename(module.moduleId), seconds: module.diagnostic().duration / 1000 }));
}

async function prepare(temporary: string): Promise<Pick<LabFolders, 'repository' | 'tarball' | 'package'>> {
  const reason = obstacle();
  if (reason) {
    say(reason);
    return { repository: '', tarball: '', package: '' };
  }
  await prepareMachine();
  const repository = process.env.LAB_WORK_TREE === '1' ? await snapshot(temporary) : process.cwd();
  return { repository, ...(await pack(repository, temporary)) };
}

/** A commit of the files as they lie here, ignored ones left out, for those who try something before they commit it. */
async function snapshot(temporary: string): Promise<string> {
  say('testing the files as they lie here, committed or not');
  const repository = join(temporary, 'repository');
  const archive = join(temporary, 'repository.tar');
  const { stdout } = await execa('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  const files = ['--create', '--null', '--files-from=-', '--ignore-failed-read', '--file', archive];
  await execa('tar', files, { input: stdout });
  await execa('git', ['init', '--quiet', repository]);
  await execa('tar', ['--extract', '--file', archive, '--directory', repository]);
  await execa('git', ['add', '--all'], { cwd: repository });
  const author = ['-c', 'user.name=lab', '-c', 'user.email=lab@localhost'];
  await execa('git', [...author, 'commit', '--quiet', '--message', 'as it lies here'], { cwd: repository });
  await symlink(join(process.cwd(), 'node_modules'), join(repository, 'node_modules'));
  return repository;
}

async function pack(repository: string, temporary: string): Promise<{ tarball: string; package: string }> {
  const { stdout } = await execa('npm', ['pack', '--silent', '--pack-destination', temporary], {
    cwd: repository,
    stderr: 'inherit',
  });
  const tarball = join(temporary, stdout.trim().split('\n').at(-1) ?? '');
  const unpacked = join(temporary, 'packed');
  await mkdir(unpacked);
  await execa('tar', ['--extract', '--file', tarball, '--directory', unpacked]);
  return { tarball, package: join(unpacked, 'package') };
}
