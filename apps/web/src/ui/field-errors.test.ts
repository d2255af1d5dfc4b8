import { ProblemError } from '@goniec/contract/browser';
import { describe, expect, it } from 'vitest';
import { fieldErrors } from './field-errors.ts';

const problem = (errors: { pointer: string; detail: string }[]) =>
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

  it('are none when the problem is about something else', () => {
    expect(fieldErrors(problem([]))).toBeNull();
    expect(fieldErrors(problem([{ pointer: '/query/cursor', detail: 'x' }]))).toBeNull();
    expect(fieldErrors(new TypeError('fetch failed'))).toBeNull();
  });
});
