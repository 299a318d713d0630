import type { Result, Running } from './start.ts';

/** A command with a terminal of 80 columns, which `script` lends; it takes a line for a shell. */
export function atTerminal(argv: string[]): string[] {
  return ['script', '-qefc', `stty cols 80 rows 24; exec ${argv.map(quote).join(' ')}`, '/dev/null'];
}

/** One word for a shell. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Waits for texts in what a command says. */
export function watch(output: NodeJS.ReadableStream, finished: Promise<Result>): Running['waitFor'] {
  let seen = '';
  output.on('data', (chunk) => {
    seen += String(chunk);
  });
  return (text) =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (typeof text === 'string' ? seen.includes(text) : text.test(seen)) resolve();
      };
      output.on('data', look);
      look();
      finished.then(() => reject(new Error(`It ended without saying ${text}:\n${seen.slice(-3000)}`)), reject);
    });
}
