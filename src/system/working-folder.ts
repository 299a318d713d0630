/** The folder that this program was started in; null if it was deleted since. */
export function workingFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}
