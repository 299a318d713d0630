/**
 * Reads a makefile of plain assignments as GNU make does (manual, "What Makefiles Contain" and "Setting Variables"), and
 * a value as the shell then does where a recipe names it without quotes. Throws for anything but a constant word.
 */
export function readAssignments(makefile: string): Map<string, string> {
  const values = new Map<string, string>();
  const lines = makefile.replace(/\\\r?\n/g, ' ').split('\n');
  for (const line of lines) {
    const code = line.replace(/(?<!\\)#.*/, '');
    if (code.trim() === '') continue;
    const match = /^([A-Z_]+) \?= (\S.*)$/.exec(code);
    if (!match?.[1] || !match[2]) throw new SyntaxError(`no assignment: ${JSON.stringify(line)}`);
    values.set(match[1], word(match[2]));
  }
  return values;
}

/** What the shell takes for more than a letter (POSIX shell, 2.2 Quoting), and make for an expansion. */
function word(value: string): string {
  const active = /[\s|&;<>()$`\\"'*?#%\u0000]/u.exec(value);
  if (active || value.startsWith('~')) throw new SyntaxError(`${JSON.stringify(value)} is more than a word`);
  return value;
}
