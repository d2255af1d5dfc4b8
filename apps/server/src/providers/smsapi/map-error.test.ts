import { explainError, pointsOf, type SendResult, type SmsapiError } from '@goniec/smsapi';
import { describe, expect, it } from 'vitest';
import { submitResultOf } from './map-error.ts';

const anna = '+48500100201';
const jan = '+48500100202';

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

const pauseOf = (retryAfterMs: number | null) => submitResultOf({ kind: 'throttled', retryAfterMs }, [anna]);

describe('submitResultOf', () => {
  it.each([101, 102, 105, 401])('stops at code %i, which is about the credentials', (code) => {
    expect(submitResultOf(refused(code), [anna])).toEqual({
      kind: 'stopped',
      cause: 'credentials',
      code: `smsapi_${code}`,
      reach: 'account',
    });
  });

  it.each([7, 8, 14, 70, 94, 98, 104, 110, 997, 1000])('stops at code %i: a person has to change a setting', (code) => {
    expect(submitResultOf(refused(code), [anna])).toMatchObject({ kind: 'stopped', cause: 'credentials' });
  });

  it.each([
    [103, 'campaign'],
    [96, 'account'],
  ])('stops at code %i: money, of the %s', (code, reach) => {
    const stopped = { kind: 'stopped', cause: 'funds', code: `smsapi_${code}`, reach };
    expect(submitResultOf(refused(code), [anna])).toEqual(stopped);
  });

  it.each([
    [7, 'campaign'],
    [94, 'campaign'],
    [104, 'campaign'],
    [14, 'account'],
    [98, 'account'],
  ])('at code %i bars the whole %s', (code, reach) => {
    expect(submitResultOf(refused(code), [anna])).toMatchObject({ kind: 'stopped', reach });
  });

  it.each([
    [19, undefined, 'smsapi_19'],
    [0, 'request_too_large', 'smsapi_request_too_large'],
  ])('asks for smaller requests at code %i %s', (code, name, told) => {
    expect(submitResultOf(refused(code, name), [anna, jan])).toEqual({ kind: 'too_large', code: told });
  });

  it.each([13, 33, 57, 59, 112])('refuses every message of the request at code %i, about the recipients', (code) => {
    const one = { kind: 'refused', code: `smsapi_${code}` };
    expect(submitResultOf(refused(code), [anna, jan])).toEqual({ kind: 'answered', outcomes: [one, one] });
  });

  it.each([11, 12, 17, 18, 20, 27, 28, 50, 54, 56, 74, 76])(
    'refuses the request at code %i, about the text',
    (code) => {
      expect(submitResultOf(refused(code), [anna, jan])).toEqual({ kind: 'refused', code: `smsapi_${code}` });
    },
  );

  it('refuses the request at a code of tomorrow: once, never in a loop', () => {
    expect(submitResultOf(refused(77_777), [anna])).toEqual({ kind: 'refused', code: 'smsapi_77777' });
  });

  it('reads 53 as taken before, even when the client did not', () => {
    expect(submitResultOf({ kind: 'alreadyTaken' }, [anna])).toEqual({ kind: 'already_taken' });
    expect(submitResultOf(refused(53), [anna])).toEqual({ kind: 'already_taken' });
  });

  it('lets every recipient wait a minute at 52 instead of refusing them', () => {
    const later = { kind: 'deferred', code: 'smsapi_52', retryAfterMs: 60_000 };
    expect(submitResultOf(refused(52), [anna, jan])).toEqual({ kind: 'answered', outcomes: [later, later] });
  });

  it.each([200, 998])('comes back later at code %i: nothing was taken', (code) => {
    const result = submitResultOf(refused(code), [anna]);
    expect(result).toEqual({ kind: 'deferred', code: `smsapi_${code}`, retryAfterMs: 30_000 });
  });

  it.each([202, 203])('slows down at code %i', (code) => {
    expect(submitResultOf(refused(code), [anna])).toMatchObject({ kind: 'throttled', code: `smsapi_${code}` });
  });

  it('honours the pause the gateway names, up to an hour', () => {
    expect(pauseOf(2_000)).toEqual({ kind: 'throttled', code: 'gateway_throttled', retryAfterMs: 2_000 });
    expect(pauseOf(null)).toMatchObject({ retryAfterMs: null });
    expect(pauseOf(86_400_000)).toMatchObject({ retryAfterMs: 3_600_000 });
    const failing: SendResult = { kind: 'uncertain', cause: 'http_status', detail: '', retryAfterMs: 90_000 };
    expect(submitResultOf(failing, [anna])).toMatchObject({ kind: 'uncertain', retryAfterMs: 90_000 });
  });

  it.each([201, 666, 999])('does not know at code %i', (code) => {
    const unsure = { kind: 'uncertain', code: `smsapi_${code}`, retryAfterMs: null };
    expect(submitResultOf(refused(code), [anna])).toEqual(unsure);
  });

  it.each([
    ['timeout', 'gateway_timeout'],
    ['connection', 'gateway_connection_lost'],
    ['http_status', 'gateway_http_error'],
    ['unreadable', 'gateway_unreadable'],
    ['gateway_code', 'gateway_code_unsure'],
    ['aborted', 'gateway_aborted'],
  ] as const)('does not know after %s', (cause, code) => {
    expect(submitResultOf(uncertain(cause), [anna])).toEqual({ kind: 'uncertain', code, retryAfterMs: null });
  });

  it.each([
    ['name', 'gateway_name_unknown'],
    ['connect', 'gateway_unreachable'],
    ['tls', 'gateway_certificate'],
    ['given_up', 'gateway_unreachable'],
  ] as const)('is certain that nothing left when the gateway cannot be reached: %s', (phase, code) => {
    expect(submitResultOf({ kind: 'unreachable', phase, cause: '…' }, [anna])).toEqual({ kind: 'unreachable', code });
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
          { kind: 'refused', error: { ...explainError(52), message: '', tag: null } },
          { kind: 'refused', error: { ...explainError(53), message: '', tag: null } },
        ],
      },
      ['+48500100201', '+48500100200', '+48500100202', '+48500100203', '+48500100204'],
    );
    expect(result).toEqual({
      kind: 'answered',
      outcomes: [
        { kind: 'refused', code: 'smsapi_57' },
        { kind: 'accepted', providerId: '123456789012345678901', parts: 2, points: 3000 },
        { kind: 'deferred', code: 'smsapi_omitted_by_gateway', retryAfterMs: 0 },
        { kind: 'deferred', code: 'smsapi_52', retryAfterMs: 60_000 },
        { kind: 'already_taken' },
      ],
    });
  });

  it('gives every number its own reason when the gateway names them all', () => {
    const because = (digits: string, code: number) => ({
      number: digits,
      submittedNumber: digits,
      error: { ...explainError(code), message: '', tag: null },
    });
    const result: SendResult = {
      kind: 'refused',
      error: { ...explainError(13), message: '', tag: null },
      invalidNumbers: [because('48500100202', 57)],
    };
    expect(submitResultOf(result, [anna, jan])).toEqual({
      kind: 'answered',
      outcomes: [
        { kind: 'refused', code: 'smsapi_13' },
        { kind: 'refused', code: 'smsapi_57' },
      ],
    });
  });

  it('refuses a number that is left out alone without a word: nothing more can be learnt', () => {
    const unnamed: SmsapiError = { ...explainError(0), name: 'omitted_by_gateway', message: '', tag: null };
    const alone: SendResult = { kind: 'answered', outcomes: [{ kind: 'refused', error: unnamed }] };
    expect(submitResultOf(alone, [anna])).toMatchObject({ outcomes: [{ kind: 'refused' }] });
  });
});
