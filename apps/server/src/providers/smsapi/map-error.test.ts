import { explainError, pointsOf, type SendResult, type SmsapiError } from '@goniec/smsapi';
import { describe, expect, it } from 'vitest';
import { submitResultOf } from './map-error.ts';

const refused = (code: number, name?: string): SendResult => ({
  kind: 'refused',
  error: { ...explainError(code), ...(name ? { name } : {}), message: '', tag: null },
  invalidNumbers: [],
});
const uncertain = (cause: Extract<SendResult, { kind: 'uncertain' }>['cause']): SendResult => ({
  kind: 'uncertain',
  cause,
  detail: '',
});

const pauseOf = (retryAfterMs: number | null) => submitResultOf({ kind: 'throttled', retryAfterMs }, 1);

describe('submitResultOf', () => {
  it.each([101, 102, 105, 401])('stops at code %i, which is about the credentials', (code) => {
    expect(submitResultOf(refused(code), 1)).toEqual({
      kind: 'stopped',
      cause: 'credentials',
      code: `smsapi_${code}`,
    });
  });

  it.each([7, 8, 14, 70, 94, 98, 104, 110, 997, 1000])('stops at code %i: a person has to change a setting', (code) => {
    expect(submitResultOf(refused(code), 1)).toMatchObject({ kind: 'stopped', cause: 'credentials' });
  });

  it.each([103, 96])('stops at code %i: money', (code) => {
    expect(submitResultOf(refused(code), 1)).toEqual({ kind: 'stopped', cause: 'funds', code: `smsapi_${code}` });
  });

  it.each([13, 33, 57, 59, 112])('refuses every message of the request at code %i, about the recipients', (code) => {
    const one = { kind: 'refused', code: `smsapi_${code}` };
    expect(submitResultOf(refused(code), 2)).toEqual({ kind: 'answered', outcomes: [one, one] });
  });

  it.each([11, 12, 17, 18, 20, 27, 28, 50, 54, 56, 74, 76])(
    'refuses the request at code %i, about the text',
    (code) => {
      expect(submitResultOf(refused(code), 2)).toEqual({ kind: 'refused', code: `smsapi_${code}` });
    },
  );

  it('refuses the request at a code of tomorrow: once, never in a loop', () => {
    expect(submitResultOf(refused(77_777), 1)).toEqual({ kind: 'refused', code: 'smsapi_77777' });
  });

  it('reads 53 as taken before, even when the client did not', () => {
    expect(submitResultOf({ kind: 'alreadyTaken' }, 1)).toEqual({ kind: 'already_taken' });
    expect(submitResultOf(refused(53), 1)).toEqual({ kind: 'already_taken' });
  });

  it('waits a minute at 52 instead of refusing the recipient', () => {
    expect(submitResultOf(refused(52), 1)).toEqual({ kind: 'deferred', code: 'smsapi_52', retryAfterMs: 60_000 });
  });

  it.each([200, 202, 203, 998])('comes back later at code %i: nothing was taken', (code) => {
    const result = submitResultOf(refused(code), 1);
    expect(result).toMatchObject({ kind: 'deferred', code: `smsapi_${code}` });
  });

  it('honours the pause the gateway names, up to a quarter of an hour', () => {
    expect(pauseOf(2_000)).toEqual({ kind: 'deferred', code: 'gateway_throttled', retryAfterMs: 2_000 });
    expect(pauseOf(null)).toMatchObject({ retryAfterMs: 5_000 });
    expect(pauseOf(86_400_000)).toMatchObject({ retryAfterMs: 900_000 });
  });

  it.each([201, 666, 999])('does not know at code %i', (code) => {
    expect(submitResultOf(refused(code), 1)).toEqual({ kind: 'uncertain', code: `smsapi_${code}` });
  });

  it.each([
    ['timeout', 'gateway_timeout'],
    ['connection', 'gateway_connection_lost'],
    ['http_status', 'gateway_http_error'],
    ['unreadable', 'gateway_unreadable'],
    ['gateway_code', 'gateway_code_unsure'],
    ['aborted', 'gateway_aborted'],
  ] as const)('does not know after %s', (cause, code) => {
    expect(submitResultOf(uncertain(cause), 1)).toEqual({ kind: 'uncertain', code });
  });

  it('is certain that nothing left when the gateway cannot be reached', () => {
    const result = submitResultOf({ kind: 'unreachable', cause: 'ECONNREFUSED' }, 1);
    expect(result).toEqual({ kind: 'stopped', cause: 'gateway_down', code: 'gateway_unreachable' });
  });

  it('gives one outcome per message, in order, with the gateway’s own reasons', () => {
    const error: SmsapiError = { ...explainError(57), message: '', tag: null };
    const unnamed: SmsapiError = { ...explainError(0), name: 'omitted_by_gateway', message: '', tag: null };
    const result = submitResultOf(
      {
        kind: 'answered',
        outcomes: [
          { kind: 'refused', error },
          { kind: 'accepted', id: '123456789012345678901', parts: 2, points: pointsOf(3000), number: '48500100200' },
          { kind: 'refused', error: unnamed },
        ],
      },
      3,
    );
    expect(result).toEqual({
      kind: 'answered',
      outcomes: [
        { kind: 'refused', code: 'smsapi_57' },
        { kind: 'accepted', providerId: '123456789012345678901', parts: 2, points: 3000 },
        { kind: 'refused', code: 'smsapi_omitted_by_gateway' },
      ],
    });
  });
});
