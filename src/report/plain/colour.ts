import { styleText } from 'node:util';

export type Colour = 'green' | 'yellow' | 'red' | 'cyan' | 'dim' | 'bold';

/** Colours text, or leaves it alone: the words must say everything without. */
export type Paint = (colour: Colour, text: string) => string;

/** @param enabled decided by the caller, who knows the stream and the environment; hence no second look at them here. */
export function painter(enabled: boolean): Paint {
  return enabled ? (colour, text) => styleText(colour, text, { validateStream: false }) : (_colour, text) => text;
}
