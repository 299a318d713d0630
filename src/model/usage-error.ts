/** Wrong input, found before anything was written. The skins print its one sentence and exit with status 2. */
export class UsageError extends Error {
  /** Stable, for programs: `name.empty`, `option.unknown`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
  }
}
