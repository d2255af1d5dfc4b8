import { ProblemError } from '@goniec/contract/browser';
import type { Sentence } from '@goniec/contract';
import i18next from 'i18next';

interface Described {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly kind: 'offline' | 'forbidden' | 'missing' | 'other';
}

/** A sentence of the API in the language of the screen. */
export function say(sentence: Sentence): string {
  return i18next.language === 'en' ? sentence.en : sentence.pl;
}

/** What to tell a person about a failed request: the server's sentence and advice, never a stack or a bare code. */
export function describeError(error: Error): Described {
  if (!(error instanceof ProblemError))
    return { title: i18next.t('common.offline'), hint: i18next.t('common.offlineHint'), kind: 'offline' };
  const { sentence, action, code, request_id: requestId, status, reasons = [] } = error.problem;
  const why = reasons.map((reason) =>
    [reason.sentence, reason.action].flatMap((each) => (each ? [say(each)] : [])).join(' '),
  );
  return {
    title: sentence ? say(sentence) : i18next.t('common.error'),
    // what stands in the way, each with its own advice, says more than that there are reasons
    hint:
      why.length > 0
        ? why.join(' ')
        : action
          ? say(action)
          : sentence
            ? undefined
            : i18next.t('common.errorHint', { code: requestId ?? code }),
    kind: status === 403 ? 'forbidden' : code === 'not_found' ? 'missing' : 'other',
  };
}
