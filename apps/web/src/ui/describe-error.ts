import { ProblemError } from '@goniec/contract/browser';
import type { Sentence } from '@goniec/contract';
import i18next from 'i18next';

interface Described {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly kind: 'offline' | 'forbidden' | 'other';
}

/** A sentence of the API in the language of the screen. */
export function say(sentence: Sentence): string {
  return i18next.language === 'en' ? sentence.en : sentence.pl;
}

/** What to tell a person about a failed request: the server's sentence and advice, never a stack or a bare code. */
export function describeError(error: Error): Described {
  if (!(error instanceof ProblemError))
    return { title: i18next.t('common.offline'), hint: i18next.t('common.offlineHint'), kind: 'offline' };
  const { sentence, action, code, request_id: requestId, status } = error.problem;
  return {
    title: sentence ? say(sentence) : i18next.t('common.error'),
    hint: action ? say(action) : sentence ? undefined : i18next.t('common.errorHint', { code: requestId ?? code }),
    kind: status === 403 || status === 404 ? 'forbidden' : 'other',
  };
}
