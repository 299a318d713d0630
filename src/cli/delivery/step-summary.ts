import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { Failure } from '../../model/failure.ts';
import { visible } from '../../text/visible.ts';

/** A named pipe that nobody reads is not waited for. */
const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK } = constants;

/**
 * Adds Markdown to the page of a GitHub Actions job.
 * @param file GITHUB_STEP_SUMMARY
 * @throws Failure where it cannot be written.
 */
export async function appendStepSummary(file: string, markdown: string): Promise<void> {
  try {
    const handle = await open(file, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK);
    await handle.writeFile(visible(markdown)).finally(() => handle.close());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure('summary.not-written', `Cannot add to GITHUB_STEP_SUMMARY: ${reason}.`);
  }
}
