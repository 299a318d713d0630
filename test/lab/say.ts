/** What a case measured or the lab does, for whoever reads the log. */
export function say(text: string): void {
  process.stderr.write(`    ${text}\n`);
}
