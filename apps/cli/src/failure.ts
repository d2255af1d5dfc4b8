import { ProblemError, type Problem, type Reason, type Sentence } from '@goniec/contract';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';

/** A command that cannot go on: what happened and what to do, in finished sentences. */
export interface Failure {
  readonly exit: ExitCode;
  readonly code: string;
  readonly sentence: Sentence;
  readonly action: Sentence | null;
  /** Everything that stands in the way, when it is more than one thing. */
  readonly reasons?: readonly Reason[];
  /** Set when the API said it. */
  readonly problem?: Problem;
}

/** Carries a failure out of a command. */
export class CommandFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.sentence.pl, options);
    this.name = 'CommandFailure';
    this.failure = failure;
  }
}

/** A fault in the way the command was written. */
export function usageFailure(code: string, sentence: Sentence, action: Sentence | null = null): CommandFailure {
  return new CommandFailure({ exit: exitCodes.usage, code, sentence, action });
}

/** Anything thrown, as a failure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommandFailure) return error.failure;
  if (error instanceof ProblemError) return failureOfProblem(error.problem);
  return {
    exit: exitCodes.refused,
    code: 'unexpected',
    sentence: {
      pl: `Nieoczekiwany błąd: ${messageOf(error)}`,
      en: `Unexpected error: ${messageOf(error)}`,
    },
    action: null,
  };
}

function failureOfProblem(problem: Problem): Failure {
  const words = problem.detail ?? problem.title;
  return {
    exit: exitCodeOf(problem.status),
    code: problem.code,
    sentence: problem.sentence ?? {
      pl: words || `Serwer odpowiedział kodem ${problem.status}.`,
      en: problem.title || `The server answered ${problem.status}.`,
    },
    action: problem.action ?? null,
    ...(problem.reasons ? { reasons: problem.reasons } : {}),
    problem,
  };
}

/** The failure for programs: the API's problem as it came, or one of the same shape. */
export function failureJson({ problem, code, sentence, action, reasons }: Failure): object {
  if (problem) return problem;
  const { en: title, pl: detail } = sentence;
  return { type: 'about:blank', title, detail, code, sentence, action, ...(reasons ? { reasons } : {}) };
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
