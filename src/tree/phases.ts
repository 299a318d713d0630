/** Where progress is shown. */
export interface Show {
  /** A line for people. */
  say: (text: string) => void;
  /** Replaces the line that moves; null takes it away. Absent where there is no terminal. */
  moving?: ((text: string | null) => void) | undefined;
}

/** Does a part of the work. It is told how far that is, in a few words. */
export type Phase = <T>(title: string, work: (tell: (detail: string) => void) => Promise<T>) => Promise<T>;

/** How often the moving line counts on, in milliseconds. */
const beat = 1000;

/** Shows a phase while it lasts as a line that moves, and afterwards as a line that says how long it took. */
export function createPhases({ say, moving }: Show): Phase {
  return async (title, work) => {
    const began = performance.now();
    let detail = '';
    const draw = () => moving?.(`${title}, ${elapsed(began)}${detail && `: ${detail}`}`);
    const timer = moving && setInterval(draw, beat);
    draw();
    try {
      const result = await work((text) => {
        detail = text;
        draw();
      });
      moving?.(null);
      say(`${title}: ${elapsed(began)}`);
      return result;
    } finally {
      clearInterval(timer);
      moving?.(null);
    }
  };
}

/** `7 s`, `1 min 12 s`. */
function elapsed(since: number): string {
  const seconds = Math.round((performance.now() - since) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
