import { deliveryStatuses, explainError } from '@goniec/smsapi';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { submitResultOf } from './map-error.ts';
import { unexplained } from './own-codes.ts';

describe('explain', () => {
  it('gives the sentence of the client for a code of the gateway', () => {
    const { pl, en } = explainError(103);
    expect(explain('smsapi_103')).toEqual({
      code: 'smsapi_103',
      sentence: { pl: pl.sentence, en: en.sentence },
      action: { pl: pl.action, en: en.action },
    });
  });

  it('keeps errors and delivery statuses apart: 405 is a report, smsapi_405 is not', () => {
    expect(explain('delivery_405')?.sentence).not.toEqual(explain('smsapi_405')?.sentence);
  });

  it('explains every final status that is not a delivery, and stays silent where the state says it all', () => {
    const silent = deliveryStatuses.filter(({ code }) => explain(`delivery_${code}`) === null);
    expect(silent.map(({ name }) => name)).toEqual(['SENT', 'DELIVERED', 'QUEUE', 'ACCEPTED']);
  });

  it('admits that it does not know a status of tomorrow', () => {
    expect(explain('delivery_413')).toEqual({ code: 'delivery_413', ...unexplained });
  });

  it('knows every cause of uncertainty the adapter can give', () => {
    const causes = ['timeout', 'connection', 'http_status', 'unreadable', 'gateway_code', 'aborted'] as const;
    const codes = causes.map((cause) => submitResultOf({ kind: 'uncertain', cause, detail: '' }, []));
    expect(codes.map((result) => ('code' in result ? explain(result.code) : null))).not.toContain(null);
  });

  it.each([
    'gateway_unreachable',
    'gateway_name_unknown',
    'gateway_certificate',
    'gateway_throttled',
    'gateway_too_slow',
    'smsapi_omitted_by_gateway',
  ])('knows %s', (code) => {
    expect(explain(code)).toMatchObject({ code, action: expect.anything() });
  });

  it.each(['no_consent', 'toString', 'smsapi_', '', 'delivery_x'])('leaves %j to others', (code) => {
    expect(explain(code)).toBeNull();
  });
});
