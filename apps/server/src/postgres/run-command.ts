import { execFile } from 'node:child_process';

/** A program to be run, fully decided: no shell, no inherited environment. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Only for root: the account the child starts as. */
  readonly uid?: number;
  readonly gid?: number;
}

export interface Outcome {
  readonly ok: boolean;
  readonly stdout: string;
  /** What the program said on stderr, or why it could not be run at all. */
  readonly complaint: string;
}

/** Runs a short program to its end. A failure is a value, because here it is mostly an answer ("not this way"). */
export function runCommand({ file, args, ...options }: Command): Promise<Outcome> {
  return new Promise((resolve) => {
    const done = (error: Error | null, stdout: string, stderr: string): void =>
      resolve({ ok: error === null, stdout, complaint: stderr.trim() || (error?.message ?? '') });
    try {
      execFile(file, args, { ...options, windowsHide: true }, done);
    } catch (error) {
      // Node throws instead of calling back for a few faults of spawn (EACCES of uid and gid among them).
      done(error instanceof Error ? error : new Error(String(error)), '', '');
    }
  });
}
