import type { Paint } from './colour.ts';

/** How text is laid out, for every part of the report. */
export interface Layout {
  paint: Paint;
  /** Columns; only commands and single words longer than a line go beyond. */
  width: number;
}

/** A part of the report under its heading; nothing for a part without lines. */
export function section(heading: string, lines: string[], { paint }: Layout): string[] {
  return lines.length === 0 ? [] : ['', paint('bold', heading), ...lines];
}
