import { deliveryStatuses, explainError } from '@goniec/smsapi';
import { describe, expect, it } from 'vitest';
import { explainCode, explainDelivery } from './explain.ts';
import { submitResultOf } from './smsapi/map-error.ts';
import { unexplained } from './smsapi/own-codes.ts';

describe('explainCode', () => {
  it('gives the sentence of the client for a code of the gateway', () => {
    const reason = explainCode('smsapi_103');
    expect(reason.sentence.pl).toBe(explainError(103).pl.sentence);
    expect(reason.action?.en).toBe(explainError(103).en.action);
    expect(reason.code).toBe('smsapi_103');
  });

  it('keeps errors and delivery statuses apart: 405 is a report, smsapi_405 is not', () => {
    expect(explainCode('delivery_405').sentence).not.toEqual(explainCode('smsapi_405').sentence);
  });

  it.each([
    'gateway_timeout',
    'gateway_too_slow',
    'gateway_unreachable',
    'gateway_throttled',
    'smsapi_omitted_by_gateway',
    'no_report',
    'no_consent',
    'token_missing',
    'restore_hold',
  ])('knows %s', (code) => {
    expect(explainCode(code).sentence).not.toEqual(unexplained.sentence);
    expect(explainCode(code).code).toBe(code);
  });

  it('knows every cause of uncertainty the adapter can give', () => {
    const causes = ['timeout', 'connection', 'http_status', 'unreadable', 'gateway_code', 'aborted'] as const;
    for (const cause of causes) {
      const result = submitResultOf({ kind: 'uncertain', cause, detail: '' }, 1);
      expect('code' in result && explainCode(result.code).sentence).not.toEqual(unexplained.sentence);
    }
  });

  it('answers something useful to a code nobody knows', () => {
    expect(explainCode('toString')).toEqual({ code: 'toString', ...unexplained });
    expect(explainCode('')).toEqual({ code: '', ...unexplained });
  });
});

describe('explainDelivery', () => {
  it('explains every final status of SMSAPI that is not a delivery', () => {
    const silent = deliveryStatuses.filter(({ code, final }) => final && explainDelivery('failed', code) === null);
    expect(silent.map(({ name }) => name)).toEqual(['DELIVERED']);
  });

  it('explains a missing report', () => {
    expect(explainDelivery('no_report', null)?.code).toBe('no_report');
  });

  it('says nothing where the state says it all', () => {
    expect(explainDelivery('none', null)).toBeNull();
    expect(explainDelivery('delivered', 404)).toBeNull();
    expect(explainDelivery('pending', 403)).toBeNull();
  });
});
