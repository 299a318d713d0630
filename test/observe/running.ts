import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process whose command line holds the text is running. Zombies have none. */
export function isRunning(text: string): boolean {
  return readdirSync('/proc').some((id) => /^\d+$/.test(id) && commandLine(id).includes(text));
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
