import { ProblemError } from '@goniec/contract/browser';
import type { Problem } from '@goniec/contract';
import i18next from 'i18next';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fieldErrors } from './field-errors.ts';

const problem = (errors: Problem['errors']) =>
  new ProblemError({ type: 'about:blank', title: 'Invalid', status: 422, code: 'invalid_request', errors });

describe('faults of fields', () => {
  it('are found under the name of their field, renamed where the form has another', () => {
    const error = problem([
      { pointer: '/body/timeoutMs', detail: 'za duży' },
      { pointer: '/body/contacts/0/phone', detail: 'za krótki' },
    ]);
    expect(fieldErrors(error, { timeoutMs: 'timeoutSeconds' })).toEqual({
      timeoutSeconds: 'za duży',
      'contacts.0.phone': 'za krótki',
    });
  });

  it.each(['pl', 'en'] as const)('are told in the language of the screen (%s)', (language) => {
    const before = i18next.language;
    onTestFinished(() => void (i18next.language = before));
    i18next.language = language;
    const sentence = { pl: 'Za mało cyfr.', en: 'Too few digits.' };
    const error = problem([{ pointer: '/body/phone', detail: sentence.pl, sentence }]);
    expect(fieldErrors(error)).toEqual({ phone: sentence[language] });
  });

  it('are none when the problem is about something else', () => {
    expect(fieldErrors(problem([]))).toBeNull();
    expect(fieldErrors(problem([{ pointer: '/query/cursor', detail: 'x' }]))).toBeNull();
    expect(fieldErrors(new TypeError('fetch failed'))).toBeNull();
  });
});
