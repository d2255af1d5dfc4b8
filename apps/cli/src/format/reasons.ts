import type { Reason } from '@goniec/contract';
import type { Failure } from '../failure.ts';
import type { Paint } from './paint.ts';
import { tidy } from './width.ts';

/** One line per reason: what it is and what to do. */
export function reasonLines(reasons: readonly Reason[], paint: Paint, bullet = '•'): string[] {
  return reasons.map(
    ({ sentence, action }) =>
      `  ${bullet} ${tidy(sentence.pl)}${action ? ` ${paint('dim', `Co zrobić: ${tidy(action.pl)}`)}` : ''}`,
  );
}

/** A failure as a person reads it. */
export function failureLines({ code, sentence, action, problem, reasons = [] }: Failure, paint: Paint): string[] {
  // the person's own decision is no error
  if (code === 'declined') return [sentence.pl];
  const errors = problem?.errors ?? [];
  return [
    `${paint('bad', 'Błąd:')} ${tidy(sentence.pl, 'keep')}`,
    ...reasonLines(reasons, paint),
    ...errors.map(({ pointer, detail }) => `  • ${tidy(pointer)}: ${tidy(detail)}`),
    ...(action ? [`Co zrobić: ${tidy(action.pl, 'keep')}`] : []),
    ...(problem?.code === 'unexpected' && problem.request_id ? [`Numer żądania: ${tidy(problem.request_id)}`] : []),
  ];
}
