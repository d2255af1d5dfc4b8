/** A start that cannot go on, in words for the person who started it: no stack trace, no code to look up. */
export class ProgramError extends Error {
  readonly code: string;
  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ProgramError';
    this.code = code;
  }
}
