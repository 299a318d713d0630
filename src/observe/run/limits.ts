/** Keeps a look at a machine within bounds, whatever lies there, and remembers what it therefore leaves out. */
export interface Limits {
  /**
   * The first of some things, as many as are looked at.
   * @param what what they are, `kernel trees`
   */
  atMost<T>(things: readonly T[], most: number, what: string): readonly T[];
  /** A sentence for each kind of things that were too many. */
  sentences(): string[];
}

export function createLimits(): Limits {
  const said = new Set<string>();
  return {
    atMost(things, most, what) {
      if (things.length <= most) return things;
      said.add(`Of ${things.length} ${what} only ${most} were looked at.`);
      return things.slice(0, most);
    },
    sentences: () => [...said],
  };
}
