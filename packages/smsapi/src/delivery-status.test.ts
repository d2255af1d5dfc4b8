import { describe, expect, it } from 'vitest';
import { deliveryStatuses, deliveryStatusOf } from './delivery-status.ts';

describe('deliveryStatuses', () => {
  it('holds the table of the dossier, section 5', () => {
    const table = deliveryStatuses.map(({ code, name, class: group, final }) => `${code} ${name} ${group} ${final}`);
    expect(table).toEqual([
      '401 NOT_FOUND unknown true',
      '402 EXPIRED failed true',
      '403 SENT pending false',
      '404 DELIVERED delivered true',
      '405 UNDELIVERED failed true',
      '406 FAILED failed true',
      '407 REJECTED failed true',
      '408 UNKNOWN unknown true',
      '409 QUEUE pending false',
      '410 ACCEPTED pending false',
      '411 RENEWAL pending false',
      '412 STOP cancelled true',
    ]);
  });
});

describe('deliveryStatusOf', () => {
  it.each([
    { code: '404', name: 'DELIVERED', expected: 'DELIVERED' },
    { code: '404', name: null, expected: 'DELIVERED' },
    { code: null, name: 'DELIVERED', expected: 'DELIVERED' },
    { code: null, name: 'queue', expected: 'QUEUE' },
    { code: null, name: ' Sent ', expected: 'SENT' },
    { code: null, name: '405', expected: 'UNDELIVERED' },
    { code: 'EXPIRED', name: null, expected: 'EXPIRED' },
    { code: '404', name: 'FAILED', expected: 'DELIVERED' },
    { code: '407', name: 'REJECTD', expected: 'REJECTED' },
    { code: null, name: 'REJECTD', expected: 'REJECTED' },
    { code: null, name: 'ACCEPTD', expected: 'ACCEPTED' },
    { code: null, name: 'UNDELIV', expected: 'UNDELIVERED' },
    { code: '413', name: 'DELIVERED', expected: 'DELIVERED' },
  ])('reads code $code and name $name as $expected', ({ code, name, expected }) => {
    expect(deliveryStatusOf({ code, name }).name).toBe(expected);
  });

  it.each([
    { code: '413', name: 'ON_HOLD', expected: { code: 413, name: 'ON_HOLD' } },
    { code: '413', name: null, expected: { code: 413, name: '' } },
    { code: null, name: 'ON_HOLD', expected: { code: null, name: 'ON_HOLD' } },
    { code: 'ON_HOLD', name: '', expected: { code: null, name: 'ON_HOLD' } },
    { code: '', name: '', expected: { code: null, name: '' } },
    { code: null, name: null, expected: { code: null, name: '' } },
    { code: null, name: 'X'.repeat(500), expected: { code: null, name: 'X'.repeat(40) } },
  ])('leaves the unheard-of ($code, $name) open, so that a later report can settle it', ({ code, name, expected }) => {
    expect(deliveryStatusOf({ code, name })).toEqual({ ...expected, class: 'unknown', final: false });
  });
});
