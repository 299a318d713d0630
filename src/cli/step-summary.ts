import { appendFile } from 'node:fs/promises';
import { Failure } from '../failure.ts';

/**
 * Adds Markdown to the page of a GitHub Actions job.
 * @param file GITHUB_STEP_SUMMARY
 * @throws Failure where it cannot be written.
 */
export async function appendStepSummary(file: string, markdown: string): Promise<void> {
  await appendFile(file, markdown).catch((error: Error) => {
    throw new Failure('summary.not-written', `Cannot add to GITHUB_STEP_SUMMARY: ${error.message}.`);
  });
}
