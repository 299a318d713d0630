import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment, Flavour, Trial, Verdict } from '../../model/assessment.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Template } from '../../scaffold/render.ts';
import { createModule } from '../create.ts';
import { runMake } from './run-make.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Milliseconds after which a build is given up; core and alloc take about a minute on a slow machine. */
const limit = 15 * 60_000;

/** How much of the end of what was said is kept: bytes, and lines of those. */
const kept = { bytes: 16 * 1024, lines: 20 };

/**
 * Scaffolds a module of a flavour as `new` does, builds it as its user would, and throws it away.
 * @throws UsageError where there is no temporary folder to be had.
 */
export async function tryModule(
  assessment: Assessment,
  flavour: Flavour,
  templates: ReadonlyMap<string, Template>,
): Promise<Trial> {
  const started = performance.now();
  const { exitCode, output } = await inTemporaryFolder(async (parent, told) => {
    const log = await open(join(parent, 'log'), 'w+');
    try {
      const folder = join(parent, 'trial');
      const refusal = await scaffold(folder, assessment, flavour, templates);
      if (refusal !== null) return { exitCode: null, output: [refusal] };
      return { exitCode: await runMake(folder, log.fd, limit, told), output: await lastLines(log) };
    } finally {
      await log.close();
    }
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { goal: flavour, exitCode, seconds, agrees: agreement(assessment.verdicts[flavour], exitCode), output };
}

/** @returns null, or why no module can be scaffolded for what was chosen on this machine. */
async function scaffold(
  destination: string,
  assessment: Assessment,
  flavour: Flavour,
  templates: ReadonlyMap<string, Template>,
): Promise<string | null> {
  const texts = { name: 'trial', description: 'A trial', author: 'Nobody' };
  const answers = { ...texts, licence: 'GPL-2.0', flavour, kind: 'hello' as const, withC: false };
  try {
    await createModule({ answers, destination, assessment, templates, force: false, dryRun: false, confirm: null });
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

/** An unproven verdict says nothing of what make will do, unless something was found to be missing. */
function agreement({ status, because }: Verdict, exitCode: number | null): boolean | null {
  if (status === 'unproven' && because.length === 0) return null;
  return (status === 'ready') === (exitCode === 0);
}

async function lastLines(log: FileHandle): Promise<string[]> {
  const { size } = await log.stat();
  const start = Math.max(0, size - kept.bytes);
  const { buffer, bytesRead } = await log.read(Buffer.alloc(size - start), 0, size - start, start);
  const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
  return lines.filter((line) => line !== '').slice(-kept.lines);
}
