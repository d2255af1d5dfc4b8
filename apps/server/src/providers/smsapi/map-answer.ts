import type { Failure, Result } from '@goniec/smsapi';
import type { Answer } from '../provider.ts';
import { codeOf, unreachableCodes } from './map-error.ts';

/** The answer to a question that only reads. Here `uncertain` is harmless: asking again costs nothing. */
export function answerOf<T, U>(result: Result<T>, read: (value: T) => U): Answer<U> {
  return result.ok ? { ok: true, value: read(result.value) } : notAnswered(result.failure);
}

function notAnswered(failure: Failure): Extract<Answer<never>, { readonly ok: false }> {
  switch (failure.kind) {
    case 'refused':
      return {
        ok: false,
        cause: failure.error.class === 'retry' ? 'gateway_down' : 'credentials',
        code: codeOf(failure.error),
      };
    case 'throttled':
      return { ok: false, cause: 'gateway_down', code: 'gateway_throttled' };
    case 'unreachable':
      return { ok: false, cause: 'gateway_down', code: unreachableCodes[failure.phase] };
    case 'uncertain':
      return { ok: false, cause: 'gateway_down', code: readingCodes[failure.cause] };
  }
}

const readingCodes = {
  timeout: 'gateway_too_slow',
  connection: 'gateway_unreachable',
  aborted: 'gateway_too_slow',
  http_status: 'gateway_strange_answer',
  unreadable: 'gateway_strange_answer',
  gateway_code: 'gateway_strange_answer',
} as const;
