/** Something that was asked for could not be done, through no fault of the input. The skins print it and exit with status 1. */
export class Failure extends Error {
  /** Stable, for programs: `setup.conflict`, `boot.failed`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Failure';
    this.code = code;
  }
}
