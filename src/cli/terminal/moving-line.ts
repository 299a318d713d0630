import { visible } from '../../text/visible.ts';

/**
 * A line at the terminal that is written over again and again; null takes it away.
 * @returns undefined where a stream is no terminal: there it would be many lines
 */
export function movingLine(stream: NodeJS.WriteStream): ((text: string | null) => void) | undefined {
  if (!stream.isTTY || process.env.TERM === 'dumb') return undefined;
  return (text) => {
    // One column is left free, since some terminals break a line that fills the last.
    const line = visible(text ?? '').slice(0, (stream.columns || 80) - 1);
    stream.write(`\r\u001b[K${line}`);
  };
}
